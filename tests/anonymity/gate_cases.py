"""What the gate must find, and what it must let pass: small cases, each at one edge of a rule."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mailbot.message.compose import compose
from mailbot.model.outbound import Attachment, ClearedMessage, Draft, Hit, Identity
from tests.anonymity.people import JANE, MARK, WEI, person
from tests.message.builders import draft

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


TOKEN = "otherpeoplestokenabcdefg"
OWN = ("mentoring@example.org", "example.org", "Severn Trustquill", "Pentland Severnquill Trust")


@dataclass(frozen=True, slots=True)
class Case:
    """A text part (or a page, or another change of the draft) and the hits in it, as "kind line"."""

    text: str
    hits: tuple[str, ...] = ()
    html: str = ""
    forbidden: tuple[Identity, ...] = EVERYBODY
    where: str = "text"
    changes: Mapping[str, object] = field(default_factory=dict)
    spoiled: tuple[bytes, bytes] = (b"", b"")  # in the raw bytes, what is put for what

    def sent(self) -> tuple[Draft, bytes]:
        """The draft and its bytes."""
        made = draft(**{"text": self.text, "html": self.html, **self.changes})
        return made, compose(made).replace(*self.spoiled) if self.spoiled[0] else compose(made)


Clear = Callable[..., ClearedMessage | tuple[Hit, ...]]


def is_seen(clear: Clear, case: Case, sent: tuple[Draft, bytes]) -> bool:
    """Whether that gate finds in the case what is in it, and nothing anywhere else."""
    result = clear(*sent, forbidden=case.forbidden, own=OWN, foreign_tokens=(TOKEN.upper(),))
    hits = () if isinstance(result, ClearedMessage) else result
    return {f"{hit.kind} {hit.line}" for hit in hits} == set(case.hits) and {hit.where for hit in hits} <= {case.where}


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
    *(
        "J a n e",
        "J.a.n.e",
        "x J-a_n*e x",
        "it is j a n e s",
        "A n a",
        "J|a|n|e",
        "J/a/n/e",
        "j,a,n,e",
        "J😀a😀n😀e",
        "J. A. N. E.",
        "j4ne",
        "jan3",
        "jane84",
        "84jane",
        "sz3relmey",
    ),
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
    Case(text="x", html="<p style='font-family:Verdana'>x</p>", forbidden=(person("Georgia Verdana"),), where="html"),
    Case(text="x", html="<a href='https://leedsteaching.x'>x</a>", hits=("domain 1",), where="html"),
    Case(text="x", html="<a href='mailto:mark@gmail.com'>x</a>", hits=("address 1",), where="html"),
    Case(text="Verdana", forbidden=(person("Georgia Verdana"),), hits=("name 1",)),
)
SEVERAL = (
    *(
        Case(text=text, hits=("name 1",))
        for text in ("Rose\nMay", "Rose,\nMay is", "x Rose\n> May", "so Ja-\nne", "he and Baker")
    ),
    *(Case(text=text, hits=("name 1",)) for text in ("hi mark\nx", "hi mark \nx", "hi mark")),
    *(Case(text=text) for text in ("hi mark - x", "hi mark: x", "x hi mark\nx")),
    *(Case(text=text, hits=("address 1",)) for text in ("mark@\ngmail.com", "see mark  at\ngmail dot com")),
    *(Case(text=text, hits=("name 1", "username 1")) for text in ("jane.obrien84", "janeobrien84", "jane_obrien84")),
    *(Case(text=text, hits=("name 1", "username 1")) for text in ("rose.may", "x/rose-may/x", "xjaneobrien84x")),
    Case(text="Jane\nand Jane\n\nmark@gmail.com", hits=("name 1", "name 2", "address 4")),
    Case(text="Jane Jane", hits=("name 1",)),
    Case(text="Jane", forbidden=()),
    Case(text="J a n e", forbidden=(person("Xu Wei"),)),
    Case(text="example.org Jane", hits=("name 1",)),
)
ALMA = person(
    *(
        "Alma Nkwo",
        "Tom Nko",
        "Sam Tark",
        "Goetz Roeb",
        "Jo Q. Quillon",
        "Jo De Quillon",
        "Will Good",
        "陈 静",
        "Жанна",
    ),
    *("Bo Phd", "q.y@zorb.example", "Wes Welcome", "Nurse Alma"),
    addresses=("q.x@zorb.example", "will@x.example", "may.long@y.example"),
    domains=("labxy.example", "laqx.example"),
    who="alma",
)
_THIRTEEN = "Will Long May Rose Baker Field Stone Young Short Small Bishop Mason King Hall"
MANY = person(*_THIRTEEN.split(), who="many")
QUILL = person("Jo Severnquill", "Pat Trustquill", who="quill")
STAR = person(
    "Bo Star", "Day", "Sister", "Severn Trustquill", addresses=("long@x.example", "good.will@y.example"), who="star"
)


def edges(who: Identity, found: str, passed: str, kind: str = "name") -> tuple[Case, ...]:
    """Leaks, and what just is none, of one person; one a line, "¶" is a line end."""
    rows = [(text, True) for text in found.strip().split("\n")]
    rows += [(text, False) for text in passed.strip().split("\n")]
    cases = []
    for row, is_leak in rows:
        text = row.strip("|").replace("¶", "\n")
        line = f"{kind} {text.count(chr(10)) + 1}"
        cases.append(Case(text=text, hits=(line,) if is_leak else (), forbidden=(who,)))
    return tuple(cases)


EDGES = (
    *edges(
        ALMA, "tnkwo\nGotz\nI told Alma so\n陈静\nЖАННА\nnko", "tnko\nstark\nrob said\nI told Q so\nHi De\ngoodwill"
    ),
    *edges(
        ALMA,
        "Quillon\nI told Bo so",
        "静\nphd\nnobody\nI will\nWelcome to it\nI told Nurse so\nzorbexample\nqxzorbexample",
    ),
    *edges(ALMA, "qx@zorb.example\nq.x@zorb.example\nq y at zorb.example", "x@zorb.example", kind="address"),
    *edges(ALMA, "https://labxy.sharepoint.com", "https://laqx.sharepoint.com", kind="domain"),
    *edges(MANY, "will_mason\nlong.will", "will_king\nwill_hall"),
    *edges(STAR, "bostar\nI told Sister so\nseverntrustquill", "boday\nboX star\nSevern Trustquill"),
    *edges(
        QUILL,
        "-Pentland Severnquill Trust\nSevernquill x\nsee Pentland Severnquill\nx-Pentland Severnquill Trust",
        "Pentland Severnquill Trust",
    ),
    *edges(
        QUILL, "Pentland Severnquill Trust.x\nexample.org Trustquill example.org", "so Pentland¶Severnquill Trust. x"
    ),
    *edges(
        QUILL,
        "x.Pentland Severnquill Trust",
        "x (Pentland Severnquill Trust)\nPentland Severnquill Trust.\nSevern Trustquill",
    ),
    *edges(BO, "bo_do\nbostar\nstar_ben", "bodo\nBodo\nbenbo\nxszerelmeyx\nstarszerxxx\nDo, X. x"),
    *edges(
        CROHN,
        "hope_hope\nDay, A. there\nHi Al\nCrohn had disease\nMany thanks¶Al",
        "nobody\nMany thanks¶¶¶¶¶Al\nDay A. x\nday, a.",
    ),
    *edges(
        MARK,
        "x A MARK BAKER\nA MARK BAKER\nBaker, M. there\n| We Mark|",
        "see, Mbaker. x\nsee, Bakerm. x\nmark84\nM A R K",
    ),
    *edges(
        ROSE,
        "x A ROSE MAY\nA ROSE MAY\nROSE MAY\nxrosewillx\nxrosewill\n¶Hi May\nx x¶Hi May",
        "SEE ROSE MAY\nROSE MAY SAID\nRose may\nrose May",
    ),
    *edges(
        ROSE,
        "Good morning dear May\nThanks May\nthanks, may\nBest wishes May\nbest, may\nThanks¶¶May\nnow¶Best¶May",
        "good morning many thanks May\nbest may\nI ROSE up",
    ),
    *edges(
        ROSE,
        "x x¶Best¶¶¶May\nso¶Best¶May\nso¶with all my very best wishes and love¶May",
        "x x¶Best¶¶¶¶May\nnow Best¶May",
    ),
    *edges(ROSE, "x¶Love and best wishes¶may", "x¶with all my very best wishes and much love¶May\nMay¶Best wishes"),
    *edges(LUDWIG, "I told Van so\nI met Ludwig", "Hi Der\nI told Der so\nuniexample"),
    *edges(SEOYEON, "Ana\nA n a\n¶soren\n¶s0ren", "ana84\nb a n a b\n¶a n"),
    *edges(JANE, "¶Jane\n¶j4ne", "e n a j x\nenaj\nenaj é\nj a\nn e"),
    *edges(STAR, "good.will\nGOOD-WILL", "I long\ngood will\ngoodwill", kind="username"),
    *edges(person("Mark Quillon", "PhD"), "phd\nMark¶Quillon", "mark¶¶quill"),
    *edges(WEI, "¶王伟\n王¶x 王伟", "王¶伟"),
)
JOLI = person("Jo Li", "Grace Young", "Will May", "Mo", who="joli")
HOSTILE = (
    Case(text="It went well.\nJo x\nso", hits=("name 2",), forbidden=(JOLI,)),
    Case(text="called May", hits=("name 1",)),
    *edges(
        JOLI,
        'They call me Will on the ward.\nThey call me "Will" at work\nI was née May\nJoLi did it\nJo/Li wrote',
        "McYo",
    ),
    *edges(
        JOLI,
        "It went well.¶Jo x\nIt went well.¶Grace xx\nIt went well. - Grace\nit is Grace Youngs' list",
        "well - grace",
    ),
    *edges(
        JOLI,
        "the Mays' Will Mays' list",
        "the mays' x\nIt went. - grace\nIt may x\nso¶It went x\nMay x y\nso¶May x y\nJolI",
    ),
    *edges(person("Donald Quillon"), "DonaldQuillon", "McDonald"),
    *edges(person("James Quux"), "James' list\nthe Quuxs' list", "so James¶x"[:2]),
)
ELSEWHERE = (
    Case(text="x", changes={"subject": "From Jane"}, hits=("name 1",), where="subject"),
    Case(text="x", changes={"from_name": "Jane"}, hits=("name 1",), where="header"),
    Case(text="x", changes={"loop_mark": "jane"}, hits=("name 1",), where="machinery"),
    Case(text="x", changes={"loop_mark": "mark"}, where="machinery"),
    Case(text="x", changes={"loop_mark": "lvdlong"}, hits=("username 1",), where="machinery"),
    Case(text="x", changes={"envelope_from": "jane@example.org"}, where="envelope"),
    Case(text="x", changes={"envelope_from": ""}, where="envelope"),
    Case(text=f"x\n{TOKEN}", hits=("token 2",)),
    Case(text=f"\n{TOKEN}", hits=("token 2",)),
    Case(text=f"{TOKEN} x", hits=("token 1",)),
    Case(text="Janie", hits=("name 1",)),
    Case(text="x", html="<style>\nI told Mark so\n</style>", where="html"),
    Case(text="x", html="<p>so it is<br>\nBest wishes,<br>\nMay</p>", hits=("name 3",), where="html"),
    Case(text="x", spoiled=(b"Date:", b"X-Long: " + b"x " * 11_000 + b"Janie\r\nDate:"), hits=("name 1",), where="raw"),
    Case(text="x", spoiled=(b"Date:", b"X-Long: " + b"x " * 11_000 + b"Jane\r\nDate:"), where="raw"),
    Case(text="x", spoiled=(b"Date:", b"X-Long: " + b"x " * 11_000 + b"sans\r\nDate:"), where="raw"),
)


def attached(content: bytes, name: str = "attachment-1.bin") -> dict[str, object]:
    return {"attachments": (Attachment(filename=name, content_type="application/x-made", content=content),)}


FILES = (
    Case(text="x", changes=attached(b"\xff Jane \xff"), where="file"),
    Case(text="x", changes=attached(b"\xff Janie \xff"), hits=("name 1",), where="file"),
    Case(text="x", changes=attached(b"\xff sans verdana \xff"), forbidden=(person("Verdana"),), where="file"),
    Case(text="x", changes=attached(b"\xff lvdlong \xff"), hits=("username 1",), where="file"),
    Case(text="x", changes=attached(b"\xff j4nie \xff"), where="file"),
    Case(text="x", changes=attached(b"x", "Mark-x.pdf"), hits=("name 1",), where="file_name"),
    Case(text="x", changes=attached(b"x", "image-1.pdf"), forbidden=(person("Image"),), where="file_name"),
    Case(text="x", changes=attached(b"PK\x03\x04"), hits=("unreadable None",), where="file"),
    Case(text="x", changes=attached(base64.b64decode("Janie/" * 12 + "AAAA") * 2), where="file"),
    Case(text="x", changes=attached(b"I told Mark so"), hits=("name 1",), where="file"),
)
CASES = (*SURE_NAMES, *ORDINARY_NAMES, *STRONG, *CLEAN, *PAGES, *SEVERAL, *EDGES, *HOSTILE, *ELSEWHERE, *FILES)
