"""A reply while it is being typed: the paragraphs of the form and of the person, and what may be made of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.reading.trouble.answers import Typed
from tests.reading.trouble.questionnaires import Form


@dataclass(frozen=True, slots=True)
class Wanted:
    """What may be believed of one question ("" is blank), and whether asking back is right as well."""

    texts: tuple[str, ...]
    may_ask: bool = False
    value: int | None = None


@dataclass(slots=True)
class Block:
    """One paragraph of a reply. Depth 0 was typed, 1 is the form, 2 and more older mail."""

    role: str
    text: str
    number: int = 0
    gap: int = 1
    markup: str = ""  # inner HTML where it is more than the escaped text
    behind: str = ""  # typed behind it on its line
    depth: int = 1
    extra: str = ""  # a mark that only this paragraph has
    unmarked: bool = False  # its quote marks were deleted
    low: bool = False  # typed just above what follows, not just below what precedes


@dataclass(slots=True)
class Reply:
    """A reply to `form`. `top` and `bottom` stand outside of the quoted form."""

    form: Form
    typed: dict[int, Typed]
    blocks: list[Block] = field(default_factory=list)
    top: str = ""
    bottom: str = ""
    wanted: dict[int, Wanted] = field(default_factory=dict)
    loose: tuple[str, ...] = ()  # words for no question, which must not get lost
    subject: str = ""  # "" is Re: and the form's own
    fresh: bool = False  # a new mail: no attribution
    page_only: bool = False  # what was done shows in HTML alone
    plain_only: bool = False
    forwarded: bool = False
    style: str = ""  # a mail program's way to quote that the kind depends on

    def block(self, role, number):
        """That paragraph of the form, or None where it is gone."""
        return next((b for b in self.blocks if b.depth == 1 and (b.role, b.number) == (role, number)), None)

    def index(self, role, number):
        return self.blocks.index(self.block(role, number))

    def drop(self, *wanted):
        """Takes paragraphs away by role, or by role and number."""
        self.blocks = [
            b for b in self.blocks if b.depth != 1 or (b.role not in wanted and (b.role, b.number) not in wanted)
        ]

    def answer(self, number):
        """The typed paragraph of a question."""
        return next((b for b in self.blocks if b.role == "typed" and b.number == number), None)

    def insert(self, at, text, number=0, *, low=False):
        self.blocks.insert(at, Block("typed", text, number, gap=0, depth=0, low=low))

    def ask(self, *numbers):
        """These may be asked back or exact."""
        for number in numbers:
            self.wanted[number] = replace(self.wanted[number], may_ask=True)

    def only_ask(self, *numbers):
        """A person could not tell either."""
        for number in numbers:
            self.wanted[number] = Wanted((), may_ask=True)

    @property
    def answered(self):
        return [n for n, typed in self.typed.items() if typed.text]

    @property
    def numbers(self):
        return list(self.typed)


def untouched(form):
    return [Block(p.role, p.text, p.number, p.gap, p.markup) for p in form.paragraphs]


def plain_wanted(typed):
    """What is wanted where nothing went wrong."""
    wanted = {}
    for number, said in typed.items():
        # Two paragraphs with nothing below the next question: they may be two answers, and a person would wonder too.
        heir = said.paragraphs > 1 and number + 1 in typed and not typed[number + 1].text
        wanted[number] = Wanted((said.text,), may_ask=heir, value=said.value)
        if said.doubtful:
            wanted[number] = Wanted((), may_ask=True)
    for number, said in typed.items():
        if not said.text and number - 1 in typed and typed[number - 1].paragraphs > 1:
            wanted[number] = replace(wanted[number], may_ask=True)
    return wanted


def bare(form, typed):
    """The quoted form with nothing typed into it."""
    return Reply(form=form, typed=typed, blocks=untouched(form), wanted=plain_wanted(typed))


def inline(form, typed):
    """Every answer below its own answer mark, as the form asks for."""
    reply = bare(form, typed)
    for number in reply.answered:
        reply.insert(reply.index("marker", number) + 1, typed[number].text, number)
    return reply


def listed(reply, sep=". ", gap="\n", numbers=None):
    """The answers as a numbered list."""
    return gap.join(f"{n}{sep}{reply.typed[n].text}" for n in (numbers or reply.answered))
