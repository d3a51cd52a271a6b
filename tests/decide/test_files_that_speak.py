"""What a file says is looked at like the words: it stays behind, they go on, and its writer is told."""

import io
import zipfile
from dataclasses import replace
from email.message import EmailMessage

import pytest

from mailbot.decide.relaying import relay
from mailbot.message.parse import parse
from mailbot.model.effect import Disposition
from mailbot.model.programme import Role
from tests.decide.builders import MENTEE, PHILIPPA, ZOE, context, desk, pair, programme, queued, to_thread, words_of

_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
_DOCUMENT = """<?xml version="1.0"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"""


def document(words: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", _DOCUMENT.format(words))
    return made.getvalue()


def sent(words: str, identifiers: str = "hold", **changes: object) -> Disposition:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = ZOE, "mentoring@example.org", "Re: hello"
    letter.set_content("The document that we spoke of, with all that I have learned from it since the summer.\n")
    letter.add_attachment(document(words), maintype="application", subtype="octet-stream", filename="a.docx")
    rules = replace(programme().relay, attachments=frozenset({"office"}), identifiers=identifiers)
    target = to_thread(Role.MENTEE, of=pair())
    message = parse(letter.as_bytes())
    return relay(
        message, context(target, MENTEE, released=True, **changes), target, desk(replace(programme(), relay=rules))
    )


@pytest.mark.parametrize(
    ("words", "identifiers", "changes", "why"),
    [
        ("A plan for the winter.", "hold", {}, ""),
        ("NHS number 943 476 5919", "hold", {}, "about a patient"),
        ("NHS number 943 476 5919", "allow", {"insisted": True}, "about a patient"),
        ("Ring 07700 900123 at any time.", "hold", {}, "telephone number"),
        ("Ring 07700 900123 at any time.", "mask", {}, "telephone number"),
        ("Ring 07700 900123 at any time.", "allow", {}, ""),
        ("Ring 07700 900123 at any time.", "hold", {"insisted": True}, "telephone number"),
    ],
)
def test_a_file_that_points_to_somebody_stays_behind(
    words: str, identifiers: str, changes: dict[str, object], why: str
) -> None:
    decided = sent(words, identifiers, **changes)
    assert decided.reason == "relayed"
    (post,) = [one for one in queued(decided.effects, "post") if one.message.envelope_to == PHILIPPA]
    assert (b"attachment-1.docx" in post.message.raw) is not bool(why)
    told = " ".join(word for one in queued(decided.effects, "left_out") for word in words_of(one).split())
    assert why in told
    assert bool(told) is bool(why)
