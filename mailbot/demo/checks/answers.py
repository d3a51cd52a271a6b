"""Each answer as typed or asked back: what was typed, against the receipt and against what the mentor was given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mailbot.demo import eye
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.story import Written

_ASKED_BACK = re.compile(r"\s*What would help:")  # how a receipt asks for an answer that was not clear
_ON_THE_FORM = re.compile(r"^(\d+)\. (.+?)\n\n(.*?)^Answer \1:", re.MULTILINE | re.DOTALL)
_INDENTED = r"((?:\n[ \t]*$|\n[ \t]+\S.*$)*)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it stands on a received form; `scale` is its hint where that names numbers."""

    ask: str
    scale: str

    def shown_in(self, number: int, text: str) -> Iterator[str]:
        """What a letter shows indented below this question, in each place; "asked back" where it is asked again."""
        words = r"\s+".join(re.escape(word) for word in self.ask.split())
        for found in re.finditer(rf"^(?:- )?{number}\.\s+{words}[ ]*{_INDENTED}", text, re.MULTILINE):
            yield "asked back" if _ASKED_BACK.match(text, found.end()) else found[1]


def answers_as_typed_or_asked_back(evidence: Evidence) -> tuple[str, ...]:
    """Answers that the mentee's receipt, or the mentor's mail, shows otherwise than typed and does not ask back."""
    return tuple(fault for answer in evidence.written if answer.number for fault in _faults(evidence, answer))


def questions_of(form: bytes) -> Mapping[int, Asked]:
    """The questions of a received form, by number."""
    return {
        int(number): Asked(ask=ask, scale=eye.squeezed(hint) if " = " in hint else "")
        for number, ask, hint in _ON_THE_FORM.findall(eye.text_of(form))
    }


def is_shown(answer: Written, asked: Asked, letters: Sequence[bytes], *, asked_back: bool) -> bool:
    """Whether some letter shows exactly what was typed below the question: nothing missing, nothing added.

    A scale may have its label behind the number. With `asked_back`, being asked for it again is as good.
    """
    typed = eye.squeezed(answer.words)
    for letter in letters:
        for shown in asked.shown_in(answer.number, eye.text_of(letter)):
            if shown == "asked back":
                if asked_back:
                    return True
                continue
            words = eye.squeezed(shown)
            if words == typed or (asked.scale and words.startswith(typed) and words[len(typed) :] in asked.scale):
                return True
    return False


def _faults(evidence: Evidence, answer: Written) -> Iterator[str]:
    forms = {eye.form_reference(raw, evidence.questions): raw for raw in evidence.letters[answer.pair]}
    forms.pop("", None)
    who = f"{evidence.name(answer.pair)}'s answer {answer.number} of round {answer.round}"
    if len(forms) < answer.round:
        yield f"{who}: there is no form that it could belong to."
        return
    reference, form = list(forms.items())[answer.round - 1]
    asked = questions_of(form).get(answer.number)
    if asked is None:
        yield f"{who}: the form has no such question."
        return
    own = evidence.letters[answer.pair]
    receipts = [raw for raw in own if reference in eye.text_of(raw) and not eye.form_reference(raw, evidence.questions)]
    if not is_shown(answer, asked, receipts[-1:], asked_back=True):
        yield f"{who} is not in the receipt as it was typed, nor asked back."
    if not is_shown(answer, asked, _packets(evidence, answer), asked_back=False):
        yield f"{who} did not reach the mentor as it was typed."


def _packets(evidence: Evidence, answer: Written) -> list[bytes]:
    """The mentor's letters of that round: those that show its first answer, and what came next from the same pair."""
    mentor = evidence.cast.mentor_of(evidence.cast.person(answer.pair))
    letters = evidence.letters[mentor.id]
    first = next(w.words for w in evidence.written if (w.pair, w.round, w.number) == (answer.pair, answer.round, 1))
    showing = [at for at, raw in enumerate(letters) if eye.holds(raw, first)]
    if not showing:
        return []
    same_pair = [raw for raw in letters[showing[0] + 1 :] if eye.author(raw) == eye.author(letters[showing[0]])]
    return [letters[at] for at in showing] + same_pair[:1]
