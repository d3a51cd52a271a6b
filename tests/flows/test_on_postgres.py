"""The same journeys on a real PostgreSQL: one store, two kinds of database, no difference to anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows import test_corrections, test_three_journeys, test_who_writes
from tests.flows.town import Town, found_town
from tests.services.postgres import Postgres


@pytest.fixture
def on_postgres(tmp_path: Path, postgres: Postgres) -> Iterator[Town]:
    url = postgres.new_database()
    made = found_town(tmp_path, database_url=url)
    yield made
    made.close()
    postgres.drop_database(url)


def test_the_three_journeys(on_postgres: Town) -> None:
    test_three_journeys.test_a_form_goes_out_a_reply_comes_in_and_a_thread_is_relayed(on_postgres)


def test_a_correction(on_postgres: Town) -> None:
    on_postgres.tick()
    on_postgres.at(test_corrections.FIRST_FORM).tick()
    form = on_postgres.last(test_corrections.ZOE)
    test_corrections.test_a_correction_changes_that_answer_alone(on_postgres, form)


def test_a_forged_sender(on_postgres: Town) -> None:
    on_postgres.tick()
    on_postgres.at(test_who_writes.FIRST_FORM).tick()
    form = on_postgres.last(test_who_writes.ZOE)
    test_who_writes.test_a_forged_sender_is_held_and_a_yes_from_the_registered_address_releases_it(on_postgres, form)


def test_two_daemons_on_one_database_send_each_form_once(tmp_path: Path, on_postgres: Town) -> None:
    """The second daemon has its own threads and its own copy of everything but the database."""
    import threading

    on_postgres.tick()
    on_postgres.at(test_corrections.FIRST_FORM)
    from mailbot.flows.dispatch import dispatch_due

    counts: list[int] = []
    workers = [threading.Thread(target=lambda: counts.append(dispatch_due(on_postgres.world))) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(counts) == 2
