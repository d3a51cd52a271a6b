"""The schedules on disk, read again when they change: all or nothing, and the last good version stays on a fault."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from mailbot import eventlog
from mailbot.decide.reports import faults_report
from mailbot.errors import ConfigError, StoreConflict
from mailbot.flows.enrol import bring_in
from mailbot.flows.ports import Schedules
from mailbot.flows.world import World


def reload_if_changed(world: World, schedules: Schedules) -> bool:
    """Whether another version is in force now; on a fault the coordinators are mailed the report, once a version."""
    fingerprint = schedules.fingerprint()
    if fingerprint in (world.fingerprint, world.refused_fingerprint):
        return False
    try:
        catalogue = schedules.load()
    except ConfigError as error:
        world.refused_fingerprint = fingerprint
        eventlog.reload_refused(faults=len(error.faults))
        _tell_coordinators(world, error, fingerprint)
        return False
    world.catalogue = catalogue
    people = sum(len(programme.people) for programme in catalogue.programmes.values())
    eventlog.reloaded(programmes=len(catalogue.programmes), people=people)
    bring_in(world)
    world.fingerprint = fingerprint  # only now: what could not be brought in is tried again
    return True


def _tell_coordinators(world: World, error: ConfigError, fingerprint: str) -> None:
    """Each coordinator hears of the faults in the files of their own programme."""
    now = world.now()
    for programme in world.catalogue.programmes.values():
        own = (f"{programme.id}.toml", Path(programme.roster_file).name)
        faults = tuple(fault for fault in error.faults if Path(fault.file).name in own)
        if faults:
            # The same faulty version once more, after a restart or another fault: they have been told.
            with suppress(StoreConflict), world.store.begin() as unit:
                unit.apply(faults_report(programme, faults, fingerprint, world.desk(now)), now=now)
