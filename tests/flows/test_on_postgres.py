"""The same journeys on a real PostgreSQL: one store, two kinds of database, no difference to anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows import test_corrections, test_recall, test_three_journeys, test_who_writes, test_withheld_words
from tests.flows.town import Town, answered, found_town
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


def test_words_that_wait_and_a_patient(on_postgres: Town) -> None:
    town = on_postgres
    town.tick()
    town.at(test_withheld_words.FIRST_FORM).tick()
    test_withheld_words.say(
        town,
        test_withheld_words.ZOE,
        town.last(test_withheld_words.ZOE),
        answered(town.last(test_withheld_words.ZOE), test_withheld_words.ANSWERS),
    )
    packet = town.last(test_withheld_words.PHILIPPA)
    test_withheld_words.test_a_held_post_goes_as_it_is_after_send(town, packet)
    test_withheld_words.test_a_patient_is_never_passed_on_and_the_original_is_destroyed_a_day_after_the_correction(
        town, packet
    )


def test_recalled_answers(on_postgres: Town) -> None:
    test_recall.by_the_quarter(on_postgres)
    on_postgres.at(test_recall.FIRST_FORM).tick()
    test_recall.test_answers_are_taken_back_and_no_later_packet_has_them(on_postgres, on_postgres.last(test_recall.ZOE))
