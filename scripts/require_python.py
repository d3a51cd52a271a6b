"""Stop early, in plain words, where Python is too old (runs on any Python 3, before the .venv exists)."""

import sys

if sys.version_info < (3, 11):
    found = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit("mailbot needs Python 3.11 or newer; this is " + found + ". Try: make PYTHON=python3.11 demo")
