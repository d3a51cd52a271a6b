"""Made-up letters about a pair's own wishes: a post taken back, names exchanged."""

from __future__ import annotations

from mailbot.model.programme import Role
from mailbot.wording import letters as to
from mailbot.wording.letters import About, Letter

_MENTOR = "Your mentor"


def pair_letters(about: About) -> dict[str, Letter]:
    """The letters by name, in the order in which a person may meet them."""
    return {
        "recalled": to.Recalled(about=about, partner=_MENTOR, found=True, more=1),
        "reveal_question": to.RevealQuestion(about=about, partner=_MENTOR, name="Jane Doe"),
        "reveal_offered": to.RevealOffered(about=about, partner=_MENTOR),
        "reveal_standing": to.RevealStanding(about=about, partner=_MENTOR, standing="waiting"),
        "names": to.Names(about=about, partner=_MENTOR, role=Role.MENTEE, name="Ruth Ashworth"),
    }
