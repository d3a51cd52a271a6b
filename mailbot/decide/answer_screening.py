"""The answers of one reply looked at one by one: only the one that holds something is kept back, the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailbot.decide.screening import Screen, Sighting
from mailbot.model.answer import Answer, AnswerState, Reading
from mailbot.model.withheld import UNPLACED


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """What of a reply may be kept and passed on. `where` of a sighting is the question's id, or "unplaced"."""

    answers: tuple[Answer, ...]  # one that was kept back is missing
    unplaced: str
    held: tuple[Sighting, ...] = ()
    masked: tuple[Sighting, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Where something was kept back, each once."""
        return tuple(dict.fromkeys(one.where for one in self.held))

    @property
    def is_silent(self) -> bool:
        """Whether nothing that anybody said is left."""
        said = (AnswerState.ANSWERED, AnswerState.UNCLEAR)
        return not self.unplaced.strip() and not any(answer.state in said for answer in self.answers)

    @property
    def said(self) -> frozenset[str]:
        """The places for which words came, kept or kept back."""
        words = {answer.question for answer in self.answers if answer.state is AnswerState.ANSWERED}
        return frozenset({*words, *self.places, *((UNPLACED,) if self.unplaced.strip() else ())})

    def without(self, held: tuple[Sighting, ...]) -> Sifted:
        """The same, with those places kept back too."""
        places = {one.where for one in held}
        return replace(
            self,
            answers=tuple(_missing(answer) if answer.question in places else answer for answer in self.answers),
            unplaced="" if UNPLACED in places else self.unplaced,
            held=(*self.held, *held),
        )


def sifted(reading: Reading, screen: Screen) -> Sifted:
    """Every answer with words in it, and what fits nowhere, looked at."""
    held: list[Sighting] = []
    masked: list[Sighting] = []
    for place, words in _places(reading):
        for told in words:
            look = screen.look((told,), place)
            held += look.holding
            masked += look.masked
            if look.holding or look.masked:
                break  # the points of a list are its text again
    everything = Sifted(answers=reading.answers, unplaced=reading.unplaced, masked=tuple(masked))
    return everything.without(tuple(held)) if held else everything


def part_of(reading: Reading, places: tuple[str, ...]) -> Reading:
    """Only the answers to those places: what a writer insists on."""
    return replace(
        reading,
        answers=tuple(answer for answer in reading.answers if answer.question in places),
        unplaced=reading.unplaced if UNPLACED in places else "",
    )


def _places(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    places: list[tuple[str, tuple[str, ...]]] = [
        (answer.question, (answer.text, *(("\n".join(answer.items),) if answer.items else ())))
        for answer in reading.answers
        if answer.text
    ]
    return [*places, (UNPLACED, (reading.unplaced,))] if reading.unplaced.strip() else places


def _missing(answer: Answer) -> Answer:
    return Answer(question=answer.question, state=AnswerState.MISSING)
