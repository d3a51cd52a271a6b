"""What the gate must find, and what it must let pass: small cases, each at one edge of a rule."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.model.outbound import Identity
from tests.anonymity.people import JANE, MARK, WEI, person

ROSE = person("Rose May", "Wes Will", addresses=("rose.may@grovehealth.nhs.uk", "rm77@mail.example"), who="rose")
LUDWIG = person(
    "van der Long, Ludwig",
    "Prof. Ludwig Mueller, PhD",
    addresses=("lvdlong@uni.example",),
    domains=("uni.example", "med-severnside.example"),
    who="lu",
)
BO = person("Bo Do", "Ng", "Star", "Ben Szerelmey", addresses=("bo@do.example", "info@hall.example"), who="bo")
SEOYEON = person("김서연", "Søren Ångström", "Ana Bø", addresses=(" SA+x@Lab.Example ",), domains=("",), who="ki")
CROHN = person("Iris Crohn", "Hope Hope", "Dr Al Day", "Anne-Marie D'Arcy", addresses=("nobody",), who="cr")
EVERYBODY = (JANE, MARK, WEI, ROSE, LUDWIG, BO, SEOYEON, CROHN)


@dataclass(frozen=True, slots=True)
class Case:
    """A text part (or a page) and the hits in it, as "kind line"."""

    text: str
    hits: tuple[str, ...] = ()
    html: str = ""
    forbidden: tuple[Identity, ...] = EVERYBODY
    where: str = "text"


def leaks(kind: str, *texts: str) -> tuple[Case, ...]:
    """Each text holds one leak of that kind, on its last line."""
    return tuple(Case(text=text, hits=(f"{kind} {text.rstrip().count(chr(10)) + 1}",)) for text in texts)


SURE_NAMES = leaks(
    "name",
    *("I met Jane there", "jane", "JANE SAID", "Jane's idea", "(Jane)", "so\n\nit was\njane", "x.Jane,y", "-jane-"),
    *("J\u200bane", "Ja\u00adne", "Jаne", "Ｊａｎｅ", "𝐉𝐚𝐧𝐞", "🅙🅐🅝🅔", "J\u0301ane", "Jane\u2014or", "•Jane", "J%61ne"),
    *("O'Brien", "O’Brien", "O Brien", "OBrien", "o-brien", "Müller", "Muller", "Mueller", "MÜLLER", "Zoe", "Zoë"),
    *("Łukasz", "Lukasz", "王伟先生", "王 伟", "Szerelmey", "Søren", "Soeren", "Soren", "Angstrom", "Aangstroem"),
    *("김서연이", "Anne", "D'Arcy", "darcy", "Ludwig"),
    *("J a n e", "J.a.n.e", "x J-a_n*e x", "it is j a n e s", "A n a", "j4ne", "jan3", "jane84", "84jane", "sz3relmey"),
    *("JaneMuller", "mullerjane", "jane_muller", "drjanemuller", "xmullerjanex", "jmuller", "j.muller", "JMULLER"),
    "\u202eenaJ\u202c",
)
ORDINARY_NAMES = leaks(
    "name",
    *("I told Mark so", "I told,\nMark so", "so, Mark said", "he and\nRose went", "We Mark", "I saw Bo there"),
    *("Dr May", "Dr. Long", "dear x\nMr Day", "Nurse Rose", "Sister May"),
    *("Hi Mark,", "Hi May", "hi mark", "hi may,", "Good morning Rose, x", "Many thanks Dr May and", "Dear May\nx"[:8]),
    *(
        "x\nBest wishes,\nMark",
        "Thanks, Rose",
        "x\nBest,\n\nmay",
        "kind regards\n\nrose may"[:18],
        "x\nLove\n\n\nMay"[:12],
    ),
    *(
        "Rose May",
        "May Rose",
        "ROSE MAY",
        "May, Rose",
        "Mark Baker",
        "mark baker",
        "Mark Will",
    ),
    *("will mark it, wes will"[14:], "Baker, Will", "Hope Hope", "Rose Will", "Bo Do", "Do, Bo"),
    *(
        "M. Baker",
        "M Baker",
        "x Baker, M. x",
        "A. Day",
        "B. Do",
        "R. May",
        "see Day, A. there",
        "Ludwig"[:0] + "L. Long",
    ),
    *(
        "mark.baker",
        "mark_baker",
        "markbaker",
        "Mark-Will-x",
        "baker.mark",
        "bo_do",
    ),
)
STRONG = (
    *leaks(
        "address",
        "jane.obrien84@leedsteaching.nhs.uk"[:0] + "mark@gmail.com",
        "MARK@GMAIL.COM",
        "mark (at) gmail dot com",
        "mark [at] gmail [dot] com",
        "mark+forms@gmail.com",
        "mark%40gmail.com",
        "mark at gmail point com",
        "mark @ gmail . com",
        "bo@do.example",
        "info@hall.example",
        "sa@lab.example",
        "mark\u200b@gmail.com",
    ),
    *leaks(
        "username",
        "@lvdlong",
        "lvdlong's",
        "rm77",
        "RM77",
    ),
    *leaks(
        "domain",
        "leedsteaching.nhs.uk",
        "https://www.leedsteaching.nhs.uk/x",
        "leedsteaching dot nhs dot uk",
        "https://leedsteaching.sharepoint.com/",
        "/leedsteaching/",
        "x@leedsteaching",
        "a.med-severnside.b",
        "medsevernside.b",
        "uni.example",
    ),
)
CLEAN = tuple(
    Case(text=text)
    for text in (
        *("", "Mark my words", "I will mark it", "May I ask", "so. May I", "in May I", "on a long day", "\n\nWill it?"),
        *("the baker's best", "will long be", "it may rose", "bake", "janet", "janes", "obrienx", "mul ler", "Ja ne"),
        *("a b c d", "i e", "j a x e", "ja n e", "st3", "ct1 4th b12", "mark84me", "j4nex", "x janes x"),
        *("I WILL MARK IT", "and Mark Hospital said", "by Mark 7", "THE MARK", "A Long Will", "The Long Day Of Hope"),
        *("Crohn's disease", "Crohn disease", "a Crohns", "Hope sign", "day a. x", "baker, m. x", "Day, A x", "b. do"),
        *(
            "so it will. May it",
            "see: Mark",
            "(Mark)",
            "see “Mark”",
            "- Mark",
            "mark; baker",
            "Mark. Baker",
        ),
        *(
            "hi there mark",
            "hi will you",
            "dear all will",
            "x\nbest day\nmark",
            "thanks for that\n\n\n\n\nmark",
        ),
        *(
            "mark the end\nmay",
            "mark\nbest",
            "with all the\nmay",
            "x\nBest wishes\nmark it",
            "the love of all of you so very much for my\nmay",
        ),
        *("Dr will see", "miss may x", "the Dr, May be", "dr. may be"[:6]),
        *(
            "do not go",
            "so do. be",
            "Bo. Do it",
            "to Ng"[:2],
            "info",
            "info at the hall",
            "hall.example",
            "the star",
            "in the uni",
        ),
        *("leedsteaching", "see leedsteaching, x", "leedsteaching. x", "med severnside", "vd long", "sa", "lab"),
        *(
            "van",
            "der",
            "prof",
            "phd",
            "dr",
            "rose water may help",
            "A Day off",
            "I Will",
            "mark\n\nbaker",
            "rose hill",
            "Hope\n\nHope",
        ),
        *("mark at the gmail com", "mark gmail", "gmail.com", "mark@gmail", "mark@gmail.org", "mark@x.gmail.com"),
        *("mark at gm", "m", "j.", "Jan", "서", "김", "王", "伟大", "a 王 b 伟", "rm 77", "r.m.77", "mark....baker"),
        *(
            "mentoring@example.org",
            "mark@example.org"[5:],
            "Wes"[:2],
            "Star 7",
            "it was Star Wars",
        ),
    )
)
PAGES = (
    Case(text="x", html="<p>J<b>an</b>e</p>", hits=("name 1",), where="html"),
    Case(text="x", html="<p>x</p>\n<p>&#74;ane</p>", hits=("name 2",), where="html"),
    Case(text="x", html="<p>told</p><p>Mark so</p>", where="html"),
    Case(text="x", html="<p>I told <i>Mark</i> so</p>", hits=("name 1",), where="html"),
    Case(text="x", html="<p>x<br>Best wishes,<br>Mark</p>", hits=("name 1",), where="html"),
    Case(text="x", html='<p class="jane">x</p>', hits=("name 1",), where="html"),
    Case(text="x", html='<p class="mark">x</p>', where="html"),
    Case(text="x", html='<p id="mark_baker">x</p>', hits=("name 1",), where="html"),
    Case(text="x", html='<img alt="I told Mark so">', hits=("name 1",), where="html"),
    Case(text="x", html="<p style='font-family:Iris'>x</p>", where="html"),
    Case(text="x", html="<p style='font-family:Georgia'>x</p>", forbidden=(person("Georgia Verdana"),), where="html"),
    Case(text="x", html="<a href='https://leedsteaching.x'>x</a>", hits=("domain 1",), where="html"),
    Case(text="x", html="<a href='mailto:mark@gmail.com'>x</a>", hits=("address 1",), where="html"),
    Case(text="Verdana", forbidden=(person("Georgia Verdana"),), hits=("name 1",)),
)
SEVERAL = (
    *(
        Case(text=text, hits=("name 1",))
        for text in ("Rose\nMay", "Rose,\nMay x", "x Rose\n> May", "so Ja-\nne", "he and Baker")
    ),
    *(Case(text=text, hits=("address 1",)) for text in ("mark@\ngmail.com", "see mark  at\ngmail dot com")),
    *(Case(text=text, hits=("name 1", "username 1")) for text in ("jane.obrien84", "janeobrien84", "jane_obrien84")),
    *(Case(text=text, hits=("name 1", "username 1")) for text in ("rose.may", "x/rose-may/x", "xjaneobrien84x")),
    Case(text="Jane\nand Jane\n\nmark@gmail.com", hits=("name 1", "name 2", "address 4")),
    Case(text="Jane Jane", hits=("name 1",)),
    Case(text="Jane", forbidden=()),
    Case(text="J a n e", forbidden=(person("Xu Wei"),)),
    Case(text="example.org Jane", hits=("name 1",)),
)
CASES = (*SURE_NAMES, *ORDINARY_NAMES, *STRONG, *CLEAN, *PAGES, *SEVERAL)
