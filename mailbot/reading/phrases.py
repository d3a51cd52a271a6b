"""Lines that mail programs and courtesy add, in the languages met so far. Whole lines only, never parts of one.

No pattern here has two unbounded repetitions in a row: they run over whatever anybody sends.
"""

from __future__ import annotations

import re

from mailbot.reading.folding import collapsed

_LONGEST = 200  # characters of a line that can be one of these

_SIGN_OFF_LINES = (
    "regards|kind regards|best regards|warm regards|many regards|with kind regards|with best regards|best wishes|"
    "kind wishes|warm wishes|with best wishes|all the best|best|kindest regards|cheers|thanks|many thanks|thanks a lot|"
    "thanks again|thanks very much|thank you|thank you very much|thank you so much|thanks so much|thx|yours|"
    "yours sincerely|yours faithfully|yours truly|sincerely|sincerely yours|greetings|with thanks|"
    "mit freundlichen grüßen|mit freundlichen gruessen|freundliche grüße|viele grüße|liebe grüße|beste grüße|"
    "herzliche grüße|mit besten grüßen|viele gruesse|schöne grüße|gruß|grüße|lg|mfg|vg|danke|vielen dank|besten dank|"
    "cordialement|bien cordialement|merci|merci beaucoup|bonne journée|amicalement|saludos|un saludo|"
    "saludos cordiales|gracias|muchas gracias|saluti|cordiali saluti|grazie|groeten|met vriendelijke groet|"
    "met vriendelijke groeten|bedankt|mvh|hälsningar|tack|med vänlig hälsning|le meas|slán|obrigado|obrigada|"
    "atenciosamente|pozdrawiam"
)
_SIGN_OFFS = frozenset(collapsed(line) for line in _SIGN_OFF_LINES.split("|"))
_DEVICE = re.compile(
    r"(?:sent (?:from|with|via) (?:my |the )?[\w .\-]{2,40}|sent from (?:outlook|mail|yahoo)[\w ,.:/<>\-]{0,120}"
    r"|get outlook for [\w<>:/. ]{2,80}|(?:von|mit) mein\w{0,3} [\w ]{2,20} gesendet"
    r"|gesendet (?:von|mit) [\w .\-]{2,40}|envoyé (?:de|depuis) mon [\w .\-]{2,40}|enviado desde mi [\w .\-]{2,40}"
    r"|inviato da [\w .\-]{2,40}|verstuurd vanaf [\w .\-]{2,40}|skickat från min [\w .\-]{2,40})\.?",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|bonjour"
    r"|hola|ciao|moin|salut|buenos días|sehr geehrte[rs]?)\b"
    r"(?:[^\n]{0,40}answers?(?: are)?(?: below| inline)?|(?: [\w.'’\-]{1,20}){0,3})?"
    r"|(?:please )?(?:see|find) (?:my )?(?:answers?|below|inline|attached)[\w ]{0,30}"
    r"|(?:here are )?my answers?(?: are)?(?: below| inline| in (?:blue|red|green))?)[\s,.!:;–—\-]{0,4}",
    re.IGNORECASE,
)
_FOOTERS = (
    "confidential",
    "intended recipient",
    "disclaimer",
    "virus",
    "unsubscribe",
    "vertraulich",
    "confidentiel",
    "consider the environment",
    "registered office",
    "registered in",
    "registered charity",
    "mailing list",
    "external sender",
    "external email",
    "outside of the organi",
    "outside your organi",
    "outside the organi",
    "outside of your organi",
    "you don't often get email from",
)
_HEADER = re.compile(
    r"[*_]{0,2}(?:from|sent|to|cc|bcc|date|subject|reply-to|importance|von|gesendet|an|betreff|datum|de|envoyé|à|objet"
    r"|para|asunto|enviado|da|inviato|oggetto|van|verzonden|aan|onderwerp|från|skickat|till|ämne)[*_]{0,2}\s?:"
    r"(?:[*_]{0,2}\s|[*_]{0,2}$)",
    re.IGNORECASE,
)
_RULES = (
    "original message",
    "original appointment",
    "forwarded message",
    "reply message",
    "ursprüngliche nachricht",
    "weitergeleitete nachricht",
    "message d'origine",
    "message transféré",
    "mensaje original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "ursprungligt meddelande",
)
_WROTE = (
    "wrote",
    "writes",
    "schrieb",
    "geschrieben",
    "a écrit",
    "escribió",
    "ha scritto",
    "schreef",
    "skrev",
    "escreveu",
    "napisał",
    "napisał(a)",
    "написал",
    "написала",
    "пише",
    "kirjoitti",
    "írta",
    "写道",
    "寫道",
    "yazdı",
)


def is_sign_off(line: str) -> bool:
    """Whether the whole line is a closing courtesy."""
    return len(line) <= _LONGEST and collapsed(line) in _SIGN_OFFS


def is_device_line(line: str) -> bool:
    """Whether the whole line is what a phone or a mail program adds: "Sent from my iPhone"."""
    return len(line) <= _LONGEST and _DEVICE.fullmatch(line.strip()) is not None


def is_greeting(line: str) -> bool:
    """Whether the whole line greets, or says that the answers follow."""
    return len(line) <= _LONGEST and _GREETING.fullmatch(line.strip()) is not None


def is_footer(line: str) -> bool:
    """Whether it reads like what a company's or a list's server appends."""
    low = line[:2000].casefold()
    return any(words in low for words in _FOOTERS)


def is_header(line: str) -> bool:
    """Whether it looks like "From: ..." of a quoted message, in any language met so far."""
    return ":" in line and _HEADER.match(line.strip()[:_LONGEST]) is not None


def is_rule(line: str) -> bool:
    """Whether it is a line of dashes or underscores, or "-----Original Message-----"."""
    text = line.strip()[:_LONGEST]
    bare = text.strip("-_=* \u00a0").casefold()
    return (len(text) > 4 and not bare) or (bare in _RULES and bare != text.casefold())  # noqa: PLR2004


def ends_attribution(line: str) -> bool:
    """Whether the line ends as "... wrote:" does."""
    text = line.strip()[-_LONGEST:].rstrip("*_ ")
    return text.endswith((":", "：")) and text[:-1].casefold().rstrip().endswith(_WROTE)
