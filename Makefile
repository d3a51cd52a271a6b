# Two commands do everything: `make demo` and `make test`. Both make their own .venv first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo services test check format lint types layers coverage bench bench-reading bench-relay bench-guessing trouble mutants lock preview clean

.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) scripts/require_python.py
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: .venv/.ready  ## a whole year of a small programme in a minute, on loopback
	$(BIN)/mailbot demo

services:  ## the real servers that the tests start, where apt can bring them
	@sh scripts/install_services.sh

test: .venv/.ready services  ## everything, against real Dovecot, Postfix and PostgreSQL
	$(BIN)/python $(if $(COVERAGE),scripts/coverage_gate.py --run,-m pytest --numprocesses 2)

check: .venv/.ready format lint types layers coverage  ## every gate, as CI runs it; MEASURED=1 after `make test COVERAGE=1`

format: .venv/.ready
	$(BIN)/ruff format --check .

lint: .venv/.ready
	$(BIN)/ruff check .

types: .venv/.ready
	$(BIN)/mypy

layers: .venv/.ready
	$(BIN)/lint-imports

coverage: .venv/.ready services  ## the suite under coverage, then the gate on it
	$(BIN)/python scripts/coverage_gate.py $(if $(MEASURED),--judge)

bench: .venv/.ready  ## speed, as ratios to a floor measured in the same run
	$(BIN)/python benchmarks/run.py

bench-reading: .venv/.ready  ## reading, beside the public reply parsers; fetches them and published replies at run time
	$(BIN)/python benchmarks/reading/run.py

bench-relay: .venv/.ready  ## what each stage of relaying a post costs, beside the stdlib's reading of the same bytes
	$(BIN)/python benchmarks/stages.py

bench-guessing: .venv/.ready  ## a million guessed addresses against the look-up: hits, and whether time tells
	$(BIN)/python benchmarks/guessing.py

trouble: .venv/.ready  ## the simulator of human trouble over every kind, with a fresh seed
	$(BIN)/python -m tests.reading.trouble --kinds all --count 100 --seed $$(date +%s)

mutants: .venv/.ready  ## changes the reader at random and says which changes no test notices; COUNT=60 SEED=1
	$(BIN)/python scripts/mutants.py --count $(or $(COUNT),60) --seed $(or $(SEED),1)

preview: .venv/.ready  ## every email of the sample programme, as it will look: build/preview/index.html
	$(BIN)/mailbot preview --questionnaire schedules/northern-surgery.toml --out build/preview

lock: .venv/.ready  ## renew requirements.lock from pyproject.toml
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --all-extras --upgrade --quiet --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
