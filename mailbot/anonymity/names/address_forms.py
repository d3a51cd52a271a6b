"""Addresses, usernames and domains in any spelling: "jane dot smith (at) x dot org", "jane%40x.org", "JANE @ X.ORG"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.names.folding import folded, lowered
from mailbot.anonymity.names.forms import LEFT, RIGHT, Form, longest
from mailbot.anonymity.names.ordinary import MONTHS, OFFICES, PLACES, WORDS
from mailbot.model.ids import PersonId

_OPEN, _SHUT = r"[(\[{<|*_-]{1,2}\s?", r"\s?[)\]}>|*_-]{1,2}"
_AT = (
    rf"\s{{0,3}}(?:@|%40|&#64;|{_OPEN}(?:at|aet|arobase|klammeraffe|chiocciola|arroba|a|@){_SHUT}"
    r"|[\s_](?:at|arobase|klammeraffe|chiocciola|arroba|@)[\s_])\s{0,3}"
)
_SEPARATORS = {
    ".": rf"\s?(?:\.|{_OPEN}(?:dot|punkt|point|punto|\.){_SHUT}|[\s_](?:dot|punkt|point|punto)[\s_])\s?",
    "-": rf"\s?(?:-|{_OPEN}(?:dash|hyphen|minus|-){_SHUT}|\s(?:dash|hyphen|minus|bindestrich|tiret)\s)\s?",
    "_": rf"\s?(?:_|{_OPEN}underscore{_SHUT}|\s(?:underscore|underline|unterstrich)\s)\s?",
}
_PIECES = re.compile(r"([._-])")
_USERNAME = 4  # letters; with figures in it three signs less are telling
_FIGURES = 5  # a staff number


def address_forms(person: PersonId, address: str, name_parts: frozenset[str]) -> Iterator[Form]:
    """The address, with any +tag, and its local part alone where that tells somebody."""
    local, _, domain = lowered(folded(address.strip())).rpartition("@")
    local = local.partition("+")[0]
    if not local or not domain:
        return
    label, _, rest = domain.partition(".")
    host = separated(label) + (rf"(?:{_SEPARATORS['.']}{separated(rest)})?" if rest else "")
    # What is glued to it goes too: see mentions.
    pattern = rf"{separated(local)}(?:\+[\w.-]{{0,64}})?{_AT}{host}"
    squeezed = re.sub(r"[\W_]", "", local + domain)
    yield Form(person=person, kind="address", key=longest(local), pattern=pattern, name=squeezed)
    if _is_telling(local) and local not in name_parts:
        letters = re.sub(r"[\W_]", "", local)
        pattern = "" if letters == local else LEFT + separated(local) + RIGHT
        yield Form(person=person, kind="username", key=longest(local), pattern=pattern, name=letters)


def domain_form(person: PersonId, domain: str) -> Form:
    """A domain, alone or at the end of a longer one."""
    low = lowered(folded(domain.strip().strip(".")))
    return Form(person=person, kind="domain", key=longest(low), pattern=LEFT + separated(low) + RIGHT)


def separated(text: str) -> str:
    """A pattern of an address's part, its dots and dashes in any spelling."""
    return "".join(_SEPARATORS.get(piece) or re.escape(piece) for piece in _PIECES.split(text))


def _is_telling(local: str) -> bool:
    """Whether somebody is known by it: no office, no word; "q77" is too short, a staff number is not."""
    if local in OFFICES or local in WORDS or local in MONTHS or local in PLACES:
        return False
    letters = sum(letter.isalpha() for letter in local)
    figures = sum(letter.isdigit() for letter in local)
    return letters >= _USERNAME or figures >= _FIGURES or (letters > 1 and letters + figures >= _FIGURES)
