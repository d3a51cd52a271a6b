"""Channels inside the typed words: names in all their forms, addresses, numbers, links, signatures, disclaimers."""

from __future__ import annotations

from dataclasses import dataclass

from tests.anonymity.matrix.people import OTHER, Player


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words typed by the writer; `html` where their markup matters. `gone` must not be found, squeezed."""

    words: str
    html: str | None = None
    gone: tuple[str, ...] = ()
    withheld: bool = False  # whether it is right to hold it; else it must be passed on without the name


def names(writer: Player, reader: Player) -> dict[str, Said]:
    """What gives the writer, the reader or a third person away; each is passed on, read well, without them."""
    g, f, dom = writer.given, writer.family, writer.domain
    local = writer.address.partition("@")[0]
    zero = "\u200b".join(f)
    greek = f.replace("o", "\u03bf").replace("e", "\u0435").replace("a", "\u0430")
    lines = {
        "both names": f"I am {g} {f} and I like it here.",
        "given name": f"They call me {g} on the ward.",
        "family name": f"My list says {f} in large letters.",
        "family name first": f"The rota says {f}, {g} for Monday.",
        "initial and family name": f"The rota says {g[0]}. {f} for Monday.",
        "title": f"The patients say Dr {f} to me, or Prof. {f} in jest.",
        "capitals": f"The badge says {g.upper()} {f.upper()}.",
        "lower case": f"the badge says {g.lower()} {f.lower()}.",
        "possessive": f"It was {g}'s idea, and {f}\u2019s list.",
        "zero-width marks": f"I am {zero}, hidden.",
        "soft hyphen": f"I am {f[:4]}\u00ad{f[4:]}, hidden.",
        "look-alikes": f"I am {greek}, hidden.",
        "full width": "I am " + "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in f) + ", hidden.",
        "marks apart": f"I am {f[0]}\u0301{f[1:]}, hidden.",
        "broken over lines": f"The list was made by {g}\n{f} and by nobody else.",
        "greeting to oneself": f"Dear {g},\n\nthat is how my letters begin.",
        "third person": f"{g} thinks that the list is long.",
        "address": f"Write to {writer.address} if you like.",
        "address spelt out": f"Write to {local} at {dom.replace('.', ' dot ')} if you like.",
        "address in brackets": f"Write to {local} (at) {dom.replace('.', ' (dot) ')} if you like.",
        "address in angle brackets": f"Write to {g} {f} <{writer.address}> if you like.",
        "mailto": f"Write to mailto:{writer.address} if you like.",
        "user name": f"My login there is {local}.",
        "handle": f"You find me as {g.lower()}.{f.lower()} everywhere.",
        "names run together": f"You find me as {g.lower()}{f.lower()} everywhere.",
        "employer's domain": f"We all have accounts at {dom} there.",
        "reader's name": f"Dear {reader.given},\n\nthank you for your help.",
        "reader's title and name": f"I hear that you are Dr {reader.family}, are you?",
        "sign-off": f"It went well.\n\nBest wishes,\n{g}",
        "sign-off in full": f"It went well.\n\nKind regards\n{g} {f}",
        "somebody else's name": f"You sound like {OTHER.given} {OTHER.family} to me.",
    }
    said = {name: Said(words=words) for name, words in lines.items()}
    said["split by markup"] = Said(words=f"I am {g} {f}.", html=f"I am {g[0]}<b>{g[1:]}</b> {f[:3]}<i>{f[3:]}</i>.")
    said["split by a span"] = Said(
        words=f"I am {f}.", html=f'I am <span style="color:red">{f[:5]}</span><span>{f[5:]}</span>.'
    )
    return said


def identifiers() -> dict[str, Said]:
    """What nobody has registered and what points to a person all the same: held, and the writer asked."""
    lines = {
        "mobile": "Ring me on 07700 900123 at any time.",
        "telephone": "The office is at (020) 7946 0018, extension 4432.",
        "international": "Ring me on +44 7700 900 123 at any time.",
        "another address": "Write to somebody.else@elsewhere.example if you like.",
        "another address spelt out": "Write to somebody.else (at) elsewhere (dot) org if you like.",
        "link": "It is all at https://intranet.elsewhere.nhs.uk/rota/week7.",
        "link without a scheme": "It is all at www.elsewhere-trust.nhs.uk/rota.",
        "meeting": "Join me at https://zoom.us/j/93412345678 at four.",
        "file share": "The slides are at https://drive.google.com/file/d/1AbC/view now.",
        "social": "I am at linkedin.com/in/some-body there.",
        "GMC number": "My GMC number is 7654321, should you ask.",
        "NMC number": "My NMC PIN is 98I1234E, should you ask.",
        "postcode": "I live near SW1A 1AA and cycle in.",
        "NHS number": "The patient, NHS number 943 476 5919, did well.",
        "date of birth": "The patient, DOB 14/02/1961, did well.",
        "hospital number": "The patient, hospital number K482913, did well.",
        "patient's name": "I saw patient Hetherington on the ward round.",
    }
    marks = {
        "mobile": "900123",
        "telephone": "79460018",
        "international": "7700900123",
        "another address": "somebodyelse",
        "another address spelt out": "somebodyelse",
        "link": "week7",
        "link without a scheme": "elsewheretrust",
        "meeting": "93412345678",
        "file share": "1abc",
        "social": "somebody",
        "GMC number": "7654321",
        "NMC number": "98i1234e",
        "postcode": "sw1a1aa",
        "NHS number": "9434765919",
        "date of birth": "14021961",
        "hospital number": "k482913",
        "patient's name": "hetherington",
    }
    return {name: Said(words=words, gone=(marks[name],), withheld=True) for name, words in lines.items()}
