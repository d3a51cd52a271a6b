from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.errors import ConfigError
from mailbot.gateways.schedule_files import fingerprint, load_catalogue, load_questionnaire
from mailbot.gateways.template_files import shipped_schedules

NAME = "northern-surgery"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One sample programme with its roster, free to be spoilt."""
    for suffix in (".toml", ".people.csv"):
        shutil.copy(shipped_schedules() / f"{NAME}{suffix}", tmp_path / f"{NAME}{suffix}")
    return tmp_path


def faults_of(folder: Path) -> list[str]:
    try:
        load_catalogue(folder)
    except ConfigError as refused:
        return [str(fault).replace(f"{folder}/", "") for fault in refused.faults]
    return []


def edit(path: Path, piece: str, instead: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert piece in text
    path.write_text(text.replace(piece, instead, 1), encoding="utf-8")


def test_every_sample_is_a_programme_with_its_people() -> None:
    programmes = load_catalogue(shipped_schedules()).programmes
    assert sorted(programmes) == ["managers", "northern-surgery", "nursing"]
    assert all(len(programme.people) == 5 for programme in programmes.values())


def test_only_schedules_are_read_and_copies_of_editors_are_not(folder: Path) -> None:
    (folder / ".#northern.toml").write_text("not [ toml", encoding="utf-8")
    (folder / "northern.toml~").write_text("not [ toml", encoding="utf-8")
    (folder / "README.md").write_text("hello", encoding="utf-8")
    assert list(load_catalogue(folder).programmes) == [NAME]


def test_the_faults_of_all_files_are_raised_at_once_and_each_once(folder: Path) -> None:
    shutil.copy(folder / f"{NAME}.toml", folder / "another.toml")
    edit(folder / "another.toml", 'anonymity = "alias"', 'anonymity = "alais"')
    edit(folder / f"{NAME}.toml", 'roll = "forward"', 'rol = "forward"')
    edit(folder / f"{NAME}.people.csv", "m01,mentee", "m01,menti")
    assert [fault.partition(": ")[0] for fault in faults_of(folder)] == [
        "another.toml:14",
        f"{NAME}.people.csv:4",
        f"{NAME}.toml:30",
    ]


def test_a_roster_that_is_not_there_is_named_with_the_one_that_is(folder: Path) -> None:
    edit(folder / f"{NAME}.toml", f'"{NAME}.people.csv"', '"northern-surgery.peopel.csv"')
    assert faults_of(folder) == [
        (
            f'{NAME}.toml:13: roster: there is no "northern-surgery.peopel.csv" beside this file; did you mean '
            f'"{NAME}.people.csv"?'
        ),
    ]


def test_a_roster_that_is_neither_named_nor_there_is_missed(folder: Path) -> None:
    edit(folder / f"{NAME}.toml", f'roster = "{NAME}.people.csv"', "")
    (folder / f"{NAME}.people.csv").unlink()
    assert faults_of(folder) == [f'{NAME}.toml: roster: there is no "{NAME}.people.csv" beside this file']


def test_a_roster_outside_the_folder_is_refused_and_not_read(folder: Path) -> None:
    edit(folder / f"{NAME}.toml", f'"{NAME}.people.csv"', '"/etc/people.csv"')
    assert faults_of(folder) == [
        f'{NAME}.toml:13: roster: expected the name of a .csv file beside this one, not "/etc/people.csv"',
    ]


NOT_TEXT = 'is not UTF-8 here; save it again as UTF-8 (in Excel: "CSV UTF-8")'


@pytest.mark.parametrize("suffix", [".toml", ".people.csv"])
@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("id\nJos\xe9".encode("cp1252"), f":2: {NOT_TEXT}"),
        ("id".encode("utf-16"), f":1: {NOT_TEXT}"),
        (b"\xff" * 10_000_000, ": is larger than 2 MB; expected a few kilobytes of text"),
    ],
)
def test_a_file_that_is_no_text_is_named_with_its_line(folder: Path, suffix: str, content: bytes, named: str) -> None:
    (folder / f"{NAME}{suffix}").write_bytes(content)
    assert faults_of(folder) == [f"{NAME}{suffix}{named}"]


@pytest.mark.parametrize("suffix", [".toml", ".people.csv"])
def test_a_folder_in_the_place_of_a_file_is_named(folder: Path, suffix: str) -> None:
    path = folder / f"{NAME}{suffix}"
    path.unlink()
    path.mkdir()
    assert faults_of(folder) == [f"{NAME}{suffix}: is a folder; expected a file"]
    assert fingerprint(folder)


def test_a_file_that_the_system_will_not_open_is_named(folder: Path) -> None:
    (folder / "loop.toml").symlink_to(folder / "loop.toml")
    assert faults_of(folder) == ["loop.toml: cannot be read: too many levels of symbolic links"]
    assert fingerprint(folder)


def test_a_link_that_leads_nowhere_is_named(folder: Path) -> None:
    (folder / "gone.toml").symlink_to(folder / "nowhere")
    assert faults_of(folder) == ["gone.toml: cannot be read: no such file or directory"]
    assert fingerprint(folder)


def test_a_folder_without_schedules_is_named(tmp_path: Path) -> None:
    expected = "expected the schedules of at least one programme (see `schedules` in config.toml)"
    for place, what in [(tmp_path, "holds no NAME.toml"), (tmp_path / "x", "is not a folder that can be read")]:
        with pytest.raises(ConfigError) as caught:
            load_catalogue(place)
        assert str(caught.value) == f"{place}: {what}; {expected}"


def test_the_fingerprint_changes_with_every_file_that_a_load_reads(folder: Path) -> None:
    seen = {fingerprint(folder)}
    assert fingerprint(folder) in seen
    edit(folder / f"{NAME}.toml", "08:00", "08:01")
    seen.add(fingerprint(folder))
    edit(folder / f"{NAME}.people.csv", "Carlisle", "Penrith")
    seen.add(fingerprint(folder))
    (folder / f"{NAME}.toml").rename(folder / "renamed.toml")
    seen.add(fingerprint(folder))
    (folder / "renamed.toml").unlink()
    seen.add(fingerprint(folder))
    assert len(seen) == 5
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert fingerprint(folder) in seen
    assert fingerprint(folder / "absent")


def test_a_questionnaire_needs_no_roster(folder: Path) -> None:
    (folder / f"{NAME}.people.csv").unlink()
    programme = load_questionnaire(folder / f"{NAME}.toml")
    assert (programme.id, programme.people, len(programme.questions)) == (NAME, (), 9)
    edit(folder / f"{NAME}.toml", "[cadence]", "[cadenec]")
    with pytest.raises(ConfigError, match=r'unknown section "cadenec"; did you mean "cadence"'):
        load_questionnaire(folder / f"{NAME}.toml")


@given(st.binary(max_size=200), st.binary(max_size=200))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_bytes_are_a_catalogue_or_refused(tmp_path: Path, schedule: bytes, roster: bytes) -> None:
    (tmp_path / "x.toml").write_bytes(schedule)
    (tmp_path / "x.people.csv").write_bytes(roster)
    with contextlib.suppress(ConfigError):
        load_catalogue(tmp_path)
    assert len(fingerprint(tmp_path)) == 64
