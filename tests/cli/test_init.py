"""`mailbot init`: everything that is missing, and nothing over what is there."""

from __future__ import annotations

from pathlib import Path

from tests.cli.desk import Desk


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_second_init_overwrites_nothing(bare: Desk) -> None:
    assert "made config.toml" in bare.says("init", ".")
    (bare.folder / "config.toml").write_text("# mine\n")
    (bare.folder / "schedules" / "northern-surgery.people.csv").write_text("id\n")
    before = contents(bare.folder)
    assert "nothing was changed" in bare.says("init", ".")
    assert contents(bare.folder) == before


def test_what_is_missing_is_made_again(bare: Desk) -> None:
    bare.says("init", "work")
    key = (bare.folder / "work" / "mailbot.key").read_bytes()
    (bare.folder / "work" / "config.toml").unlink()
    assert bare.says("init", "work").count("  made ") == 1
    assert (bare.folder / "work" / "config.toml").exists()
    assert (bare.folder / "work" / "mailbot.key").read_bytes() == key


def test_the_key_and_the_data_are_the_owners_alone(bare: Desk) -> None:
    bare.says("init", "work")
    assert (bare.folder / "work" / "mailbot.key").stat().st_mode & 0o777 == 0o600
    assert (bare.folder / "work" / "data").stat().st_mode & 0o777 == 0o700


def test_two_folders_have_two_keys(bare: Desk) -> None:
    bare.says("init", "one")
    bare.says("init", "two")
    assert (bare.folder / "one" / "mailbot.key").read_bytes() != (bare.folder / "two" / "mailbot.key").read_bytes()


def test_a_file_where_the_folder_should_be(bare: Desk) -> None:
    bare.file("work", b"here already")
    said = bare.says("init", "work", code=1)
    assert "work: cannot be used: file exists" in said
    assert contents(bare.folder) == {"work": b"here already"}
