"""The role word as its place needs it: "Dear mentor", "I met your mentor", "Your mentor said", "your mentor's list"."""

from __future__ import annotations

import re

from mailbot.anonymity.names.meant import starts_sentence

_GREETING_BEFORE = re.compile(
    r"(?:^|[\n.!?>*][ \t>*_]{0,4})(?:hi|hiya|hello|hey|dear|dearest|good (?:morning|afternoon|evening|day)"
    r"|morning|afternoon"
    r"|evening|greetings|welcome|thanks|many thanks|thank you|cheers|sorry|congratulations|well done|goodbye|bye|hallo"
    r"|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|danke|vielen dank|bonjour|bonsoir|salut"
    r"|cher|ch\u00e8re"
    r"|merci|hola|ciao|hei|hej|yes|no|okay|ok|(?:so|well|now|right|anyway|and you)(?=,))"
    r"(?: there| again| all| both| my)?[ ,]{1,3}\Z",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"^(?:your|my|the|ihr(?:e[mnrs]?)?|dein(?:e[mnrs]?)?|mein(?:e[mnrs]?)?|votre|ton|ta|mon|ma|tu|su|mi|il tuo"
    r"|la tua|il mio"
    r"|la mia|din|min|uw|je|mijn) (?=\S)",
    re.IGNORECASE,
)
# "the Smiths", "a Dr Smith": the role has its own article. "my dear Jane": it needs none.
_ARTICLE_BEFORE = re.compile(r"(?<![\w'])(?:the|a|an|der|die|dem|den|des|el|il)[ \n]\Z", re.IGNORECASE)
_POSSESSIVE_BEFORE = re.compile(
    r"(?<![\w'])(?:my|your|our|his|her|their|this|that|dear|old|new|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|mon|ma"
    r"|notre)[ \n]\Z",
    re.IGNORECASE,
)
_SOMEBODY = frozenset({"somebody", "someone", "jemand", "quelqu'un"})
_INSTEAD = {
    "de": {"web": "[Internetadresse]", "email": "[E-Mail-Adresse]", "file": "[Dateiname]"},
    "fr": {"web": "[adresse internet]", "email": "[adresse e-mail]", "file": "[nom de fichier]"},
    "en": {"web": "[web address]", "email": "[email address]", "file": "[file name]"},
}
_GERMAN = re.compile(r"^(?:ihr|dein|mein|jemand)", re.IGNORECASE)
_FRENCH = re.compile(r"^(?:votre|ton|ta|mon|ma|quelqu)\b", re.IGNORECASE)


def thing_word(kind: str, role: str) -> str:
    """What stands for a web address, a file name or somebody else's address, in the language of the role word."""
    language = "de" if _GERMAN.match(role) else "fr" if _FRENCH.match(role) else "en"
    return _INSTEAD[language][kind]


def swallowed(before: str, role: str) -> int:
    """How many characters of an article before the name go with it."""
    article = _ARTICLE_BEFORE.search(before[-8:])
    return len(article[0]) if article and (_OWNED.match(role) or role.lower() in _SOMEBODY) else 0


_CLOSE = 48
_OWNER = re.compile(r"(?<![\w'])(?:my|your|our|the|his|her|their)\s\Z", re.IGNORECASE)
_THANKS = re.compile(r"(?:thanks|thank you|cheers|merci|danke|gracias)\W*\Z", re.IGNORECASE)
_ASKED = re.compile(
    r", (?:could|can|would|will|do|did|are|have|what|how|when|where|why|thank|thanks|please|i|you|we|may|is)\b",
    re.IGNORECASE,
)


def greets(before: str) -> bool:
    """Whether what stands before greets whom it names next."""
    return _GREETING_BEFORE.search(_tail(before)) is not None


def _tail(before: str) -> str:
    """The end of what stands before: a search that is bound to the end goes through all of it."""
    return before if len(before) <= _CLOSE else "x" + before[-_CLOSE:]


def is_signed(before: str, after: str) -> bool:
    """Whether thanks end with the name of the one who thanks: "Many thanks, Jane" as the last words of a line."""
    return (
        _THANKS.search(_tail(before)) is not None
        and not after.partition("\n")[0].strip(" .x")
        and bool(before.strip("> \n"))
    )


def said_already(before: str, role: str) -> int:
    """How many characters before the name go with it where the role stands there already: "my mentor Jane"."""
    word = _OWNED.sub("", role)
    said = before.rstrip(" ,\n")
    # A lower-case comparison first: it is far more often wrong than right.
    if word == role or not said.lower().endswith(word.lower()) or not _OWNER.search(said[: -len(word)][-8:]):
        return 0
    return len(before) - len(said)


def owns(before: str, named: str, after: str) -> str:
    """The apostrophe of "James' list" or "the Smiths' list"; nothing where it only closes a quotation."""
    apostrophe = after[:1]
    if apostrophe not in ("'", "\u2019") or named[-1:].lower() != "s" or after[1:2].isalnum():
        return ""
    return "" if before[-1:] in ("'", "\u2018") else apostrophe


def role_word(before: str, after: str, role: str) -> str:
    """The role as it reads between these two."""
    word = _OWNED.sub("", role)
    if (greets(before) and not is_signed(before, after)) or _POSSESSIVE_BEFORE.search(before[-12:]):
        return word
    first = not before.strip(" >*_\n")
    alone = not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip(" ,.!")
    # "Email me: your mentor" goes on behind the colon.
    if alone or (starts_sentence(before, len(before)) and before.rstrip(" ")[-1:] != ":"):
        addressed = (first and alone and after[:1] in (",", "!")) or _ASKED.match(after)
        role = word if addressed else role
        return role[:1].upper() + role[1:]
    return role
