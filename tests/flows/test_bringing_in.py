"""A start with the same files opens nobody; another version of them, or another day, looks again."""

from datetime import timedelta

from mailbot.flows.enrol import bring_in_if_changed
from mailbot.model.programme import Programme
from mailbot.store.people import People
from tests.flows.town import Town


def test_an_unchanged_roster_opens_nobody(town: Town, monkeypatch) -> None:
    opened: list[str] = []
    participants = People.participants

    def counted(self: People, programme: Programme) -> object:
        opened.append("looked")
        return participants(self, programme)

    monkeypatch.setattr(People, "participants", counted)
    assert bring_in_if_changed(town.world)
    looked = len(opened)
    assert looked > 0
    assert not bring_in_if_changed(town.world)
    assert len(opened) == looked
    town.world.fingerprint = "another version"
    assert bring_in_if_changed(town.world)
    town.hour[0] += timedelta(days=1)
    assert bring_in_if_changed(town.world)
    assert not bring_in_if_changed(town.world)
