"""Every way in which mail writes an invented person's name and address, and the sentences that it stands in."""

from __future__ import annotations

import re
import unicodedata

from tests.anonymity.names.invented_people import Invented, bare

_ALIKE = str.maketrans({"a": "а", "e": "е", "o": "о", "c": "с"})  # Cyrillic
_SPELLED = (
    ("ä", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("Ö", "Oe"),
    ("Å", "Aa"),
    ("å", "aa"),
    ("ø", "oe"),
    ("Ø", "Oe"),
)


def unmarked(text: str) -> str:
    """The text without diacritics, as an old keyboard writes it."""
    alike = str.maketrans(
        {
            "ß": "ss",
            "æ": "ae",
            "ø": "o",
            "Ø": "O",
            "ł": "l",
            "Ł": "L",
            "đ": "d",
            "Đ": "D",
            "þ": "th",
            "Þ": "Th",
            "ı": "i",
        }
    )
    return "".join(
        one for one in unicodedata.normalize("NFKD", text.translate(alike)) if not unicodedata.combining(one)
    )


def spelled_out(text: str) -> str:
    """Müller as Mueller."""
    for letter, spelled in _SPELLED:
        text = text.replace(letter, spelled)
    return text


def name_forms(one: Invented) -> dict[str, str]:
    """Every way in which the person's name is written, by what it is called."""
    given, family = one.given, one.surname
    plain, last = unmarked(given), unmarked(family)
    g, f = bare(given), bare(family)
    half = len(given) // 2
    last_word = re.split(r"[\s-]", family)[-1]
    return {
        "given": given,
        "family": family,
        "both": f"{given} {family}",
        "comma": f"{family}, {given}",
        "turned": f"{family} {given}",
        "initial": f"{given[0]}. {family}",
        "initial bare": f"{given[0]} {family}",
        "initial behind": f"{family} {given[0]}.",
        "initial comma": f"{family}, {given[0]}.",
        "initial glued": f"{given[0]}.{family}",
        "doctor": f"Dr {family}",
        "doctor dot": f"Dr. {given} {family}",
        "many titles": f"Prof. Dr. {family}",
        "mister": f"Mr {family}",
        "miss": f"miss {given}",
        "mrs": f"Mrs. {family}",
        "title behind": f"{family}, Prof {given}",
        "letters": f"{given} {family}, FRCS",
        "upper": f"{given} {family}".upper(),
        "lower": f"{given} {family}".lower(),
        "given upper": given.upper(),
        "given lower": given.lower(),
        "family lower": family.lower(),
        "family upper": family.upper(),
        "dropped": f"{plain} {last}",
        "dropped low": f"{plain} {last}".lower(),
        "decomposed": unicodedata.normalize("NFD", f"{given} {family}"),
        "spelled": spelled_out(f"{given} {family}"),
        "spelled family": spelled_out(family),
        "last half": last_word,
        "last half lower": unmarked(last_word).lower(),
        "soft hyphen": f"{given[:half]}\u00ad{given[half:]}",
        "zero width": f"{given[:half]}\u200b{given[half:]} {family}",
        "bidi": f"\u202a{given}\u202c {family[:2]}\u200e{family[2:]}",
        "combining": "".join(letter + "\u0336" for letter in given),
        "bom": "\ufeff".join(given),
        "markup": f"{plain[:1]}<b>{plain[1:]}</b>",
        "stars": f"**{plain[:2]}**{plain[2:]}",
        "underscored": f"_{given}_",
        "spaced out": " ".join(plain),
        "dashed": "-".join(plain),
        "dotted": ".".join(plain),
        "spaced family": " ".join(last.replace(" ", "").replace("-", "").replace("'", "")),
        "spaced upper": " ".join(plain.upper()),
        "wide spaced": "  ".join(plain),
        "cyrillic": plain.translate(_ALIKE),
        "fullwidth": "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in plain),
        "mathematical": "".join(
            chr(0x1D400 + ord(c) - 65) if "A" <= c <= "Z" else chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else c
            for c in plain
        ),
        "circled": "".join(chr(0x24D0 + ord(c) - 97) if "a" <= c <= "z" else c for c in plain.lower()),
        "broken line": f"{given}\n{family}",
        "broken quote": f"{given}\n> {family}",
        "hyphenated": f"{plain[:3]}-\n{plain[3:]}",
        "quoted-printable break": f"{plain[:3]}=\n{plain[3:]}",
        "handle dotted": f"{g}.{f}",
        "handle": f"{g}{f}",
        "handle turned": f"{f}{g}",
        "handle figures": f"{g}{f}84",
        "handle underscore": f"{g}_{f}",
        "at handle": f"@{g}{f}",
        "at given": f"@{g}99",
        "short handle": f"{g[0]}{f}",
        "short handle turned": f"{f}{g[0]}",
        "file": f"{g[0]}{f}_CV.docx",
        "file both": f"{last.replace(' ', '')}_{plain}_final.pdf",
        "camel": f"{plain}{last.replace(' ', '').replace('-', '').title()}CV",
        "doctor glued": f"dr{g}{f}",
        "entities": "".join(f"&#{ord(letter)};" if not letter.isascii() else letter for letter in family)
        + f" &#{ord(given[0])};{given[1:]}",
        "percent": "".join(f"%{octet:02X}" if octet > 127 else chr(octet) for octet in given.encode()),
        "quoted-printable": "".join(f"={octet:02X}" if octet > 127 else chr(octet) for octet in given.encode()),
        "mojibake": given.encode().decode("cp1252", "replace"),
        "question marks": "".join(c if c.isascii() else "?" for c in family),
        "brackets": f"{given} ({family})",
        "quotes": f'"{given}" {family}',
        "aka": f"aka {given}",
        "slash": f"{given}/{family}",
        "possessive": f"{given}'s",
        "possessive curly": f"{family}\u2019s",
        "plural": f"the {family}s",
        "genitive": f"{given}s",
    }


def address_forms(one: Invented) -> dict[str, str]:
    """Every way in which the person's address and domain are written."""
    local, _, domain = one.address.partition("@")
    host, _, zone = domain.partition(".")
    return {
        "plain": one.address,
        "upper": one.address.upper(),
        "angle": f"<{one.address}>",
        "mailto": f"mailto:{one.address}?subject=x",
        "display": f'"{one.surname}, {one.given}" <{one.address}>',
        "name and address": f"{one.given} {one.surname} <{one.address}>",
        "at": f"{local} at {host} dot {zone}",
        "round": f"{local} (at) {domain}",
        "square": f"{local}[AT]{host}[DOT]{zone}",
        "curly": f"{local} {{at}} {host} {{dot}} {zone}",
        "spaces": f"{local} @ {domain}",
        "spaces all": f"{local} @ {host} . {zone}",
        "percent": one.address.replace("@", "%40"),
        "all percent": "".join(f"%{ord(c):02x}" for c in one.address),
        "broken": f"{local}@\n{domain}",
        "broken before": f"{local}\n@{domain}",
        "fullwidth at": f"{local}\uff20{domain}",
        "dots spelled": one.address.replace(".", " dot ").replace("@", " at "),
        "no zone": f"{local}@{host}",
        "at no zone": f"{local} at {host}",
        "local": local,
        "local at": f"@{local}",
        "tagged": f"{local}+news@{domain}",
        "entity": one.address.replace("@", "&#64;"),
        "zero width": one.address.replace("@", "\u200b@\u200b"),
        "domain": domain,
        "www": f"www.{domain}",
        "url": f"https://{domain}/rota?x=1",
        "sub url": f"http://intranet.{domain}:8080/staff/",
        "sub domain": f"mail.{domain}",
        "other at domain": f"rota.team@{domain}",
        "other at sub": f"rota@wards.{domain}",
        "domain dot": f"{host} dot {zone}",
        "profile": f"https://linked.example/in/{local}",
        "underscore at": f"{local}_at_{domain}",
        "spaced": " ".join(one.address),
        "star": f"{local} *at* {domain}",
    }


FRAMES = (
    "I met {} today.",
    "{} said that this would help me.",
    "Thank you for everything, {}!",
    "Dear {},\n\nthank you for the long letter.",
    "Hi {},\n\nI hope all is well.",
    "Best wishes,\n{}",
    "Kind regards\n\n{}\nConsultant",
    "we asked {} and somebody else",
    "(see {}, please)",
    "On Monday ({}) we did a list; then {} left.",
    "Was it {}? Yes: {}.",
    "> {} wrote this",
    "My name is {}.",
    "I work with {}\nand with others.",
)
