"""Every channel by which mail gives its writer away, in the shape of every mail program, both ways: nothing is found.

About 5,000 messages. A mark outside the words must be gone and the words passed on; a name in them must be replaced;
what may point to somebody must be held, and its writer asked.
"""

from __future__ import annotations

import pytest

from mailbot.model.programme import Role
from tests.anonymity.matrix.people import OTHER, SIDES, squeezed
from tests.anonymity.matrix.relayed import holds, relayed
from tests.anonymity.matrix.shapes import Shape, shapes, with_words
from tests.anonymity.matrix.structure_channels import HEADERS, SENTINEL, STRUCTURE
from tests.anonymity.matrix.word_channels import identifiers, names

every_shape = pytest.mark.parametrize("shape", shapes(), ids=lambda one: one.name)
both_ways = pytest.mark.parametrize("side", list(Role))
CLEAN = "The audit of the waiting list is nearly done."


def test_there_are_enough_programs_and_messages() -> None:
    programs = {one.name.partition("/")[2].partition("-")[0] or one.name for one in shapes()}
    assert len(programs) >= 12
    assert len(shapes()) * 2 * (len(STRUCTURE) + len(names(*SIDES.values())) + len(identifiers())) >= 1_500


@every_shape
@both_ways
def test_nothing_outside_the_words_comes_through(shape: Shape, side: Role) -> None:
    base = with_words(shape, CLEAN)
    for name, plant in STRUCTURE.items():
        got = relayed(plant(base, SENTINEL), side, shape.parent)
        assert got.passed is not None, (name, got.decided.reason)
        assert squeezed(CLEAN) in squeezed(got.words), name
        assert not holds(got.found, (squeezed(SENTINEL), "1245", "writerhost")), name


@pytest.mark.parametrize("name", sorted(HEADERS))
@both_ways
def test_no_header_comes_through(name: str, side: Role) -> None:
    shape = next(one for one in shapes() if one.name == "outlook_html")
    got = relayed(HEADERS[name](with_words(shape, CLEAN), SENTINEL), side, shape.parent)
    assert got.passed is not None, got.decided.reason
    assert not holds(got.found, (squeezed(SENTINEL),))


@every_shape
@both_ways
def test_names_in_the_words_are_replaced(shape: Shape, side: Role) -> None:
    writer, reader = SIDES[side], SIDES[side.other]
    for name, said in names(writer, reader).items():
        got = relayed(with_words(shape, said.words, html=said.html), side, shape.parent)
        assert got.passed is not None, (name, got.decided.reason, got.decided.withheld)
        assert not holds(got.found, (*writer.tells, *OTHER.tells)), (name, got.words)
        assert not holds(got.words, (*reader.tells, squeezed("barty"))), (name, got.words)


@every_shape
@both_ways
def test_what_may_point_to_somebody_waits_for_its_writer(shape: Shape, side: Role) -> None:
    for name, said in identifiers().items():
        got = relayed(with_words(shape, f"{CLEAN}\n\n{said.words}"), side, shape.parent)
        assert got.passed is None, (name, got.words)
        assert len(got.told) == 1, name


@every_shape
@both_ways
def test_a_subject_holds_no_name_either(shape: Shape, side: Role) -> None:
    writer = SIDES[side]
    for subject in (f"{writer.given} {writer.family}: a question", f"From {writer.address}", f"AW: {writer.family}"):
        raw = STRUCTURE["subject tag"](with_words(shape, CLEAN), "x").replace(
            b"AW: [x] Re: Your mentor", subject.encode()
        )
        got = relayed(raw, side, shape.parent)
        assert not holds(got.found, writer.tells), subject
