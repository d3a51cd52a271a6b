"""The roster as it stands in the files, brought into the database: people first, then pairs."""

from __future__ import annotations

from mailbot import __version__
from mailbot.decide.pairing import pair_changes
from mailbot.decide.roster import people_changes
from mailbot.flows.world import World
from mailbot.model.programme import Programme

MOST_HELD = 10_000


def bring_in_if_changed(world: World) -> bool:
    """Whether the files were looked at: once for each version of them, and once a day whatever they say.

    A start with ten thousand people in an unchanged roster opens none of them.
    """
    with world.store.begin() as unit:
        if unit.is_brought_in(_version(world)):
            return False
    bring_in(world)
    return True


def bring_in(world: World) -> int:
    """How many rows were written, over all programmes; 0 when everything stood as in the files."""
    rows = sum(_people(world, one) + _pairs(world, one) for one in world.catalogue.programmes.values())
    _read_again(world)
    with world.store.begin() as unit:
        unit.note_brought_in(_version(world))
    return rows


def _version(world: World) -> str:
    return f"{__version__} {world.now().date().isoformat()} {world.fingerprint}"


def _read_again(world: World) -> None:
    """Mail that came while its programme's file was away, now that it may be back; else it is held once more."""
    with world.store.begin() as unit:
        for row in unit.held(limit=MOST_HELD):
            if row.reason == "programme_gone":
                unit.replay(row.inbox)


def _people(world: World, programme: Programme) -> int:
    now = world.now()
    with world.store.begin() as unit:
        people, pairs = unit.participants(programme.id), unit.pairs(programme.id)
        effects = people_changes(programme, people, pairs, world.desk(now))
        unit.apply(effects, now=now)
    return len(effects)


def _pairs(world: World, programme: Programme) -> int:
    now = world.now()
    with world.store.begin() as unit:
        people, pairs = unit.participants(programme.id), unit.pairs(programme.id)
        effects = pair_changes(programme, people, pairs, world.desk(now))
        unit.apply(effects, now=now)
    return len(effects)
