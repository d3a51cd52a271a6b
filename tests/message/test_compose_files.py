"""Messages with files: the shape, and that it says nothing but type, neutral name and bytes."""

from __future__ import annotations

import email
import email.policy
import re

import pytest

from mailbot.message.attachments import contents
from mailbot.message.compose import compose
from mailbot.message.parse import parse
from mailbot.model.outbound import Attachment
from tests.message.builders import draft

PICTURE = Attachment(filename="attachment-1.jpg", content_type="image/jpeg", content=bytes(range(256)) * 9)
WORD = Attachment(
    filename="attachment-2.docx",
    content_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    content=b"PK",
)


def test_the_files_stand_behind_both_forms_of_the_words():
    raw = compose(draft(attachments=(PICTURE, WORD)))
    tree = email.message_from_bytes(raw, policy=email.policy.default)
    shape = [part.get_content_type() for part in tree.walk()]
    assert shape == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "image/jpeg",
        WORD.content_type,
    ]
    assert [part.get_filename() for part in tree.iter_attachments()] == ["attachment-1.jpg", "attachment-2.docx"]
    assert contents(raw) == (PICTURE.content, b"PK")
    assert not any(part.defects for part in tree.walk())


def test_without_html_the_text_stands_beside_the_files():
    tree = email.message_from_bytes(compose(draft(html="", attachments=(PICTURE,))))
    assert [part.get_content_type() for part in tree.walk()] == ["multipart/mixed", "text/plain", "image/jpeg"]


def test_a_part_says_type_encoding_and_name_and_no_more():
    raw = compose(draft(attachments=(PICTURE,)))
    _, _, part = raw.partition(b"image/jpeg")
    head = b"image/jpeg" + part.partition(b"\r\n\r\n")[0]
    assert head.decode() == (
        "image/jpeg\r\nContent-Transfer-Encoding: base64\r\n"
        'Content-Disposition: attachment; filename="attachment-1.jpg"'
    )
    assert all(len(line) <= 76 for line in raw.split(b"\r\n"))
    assert len(set(re.findall(rb'boundary="([^"]+)"', raw))) == 2


@pytest.mark.parametrize(
    "odd",
    [
        Attachment(filename='a".jpg', content_type="image/jpeg", content=b""),
        Attachment(filename="../a.jpg", content_type="image/jpeg", content=b""),
        Attachment(filename="", content_type="image/jpeg", content=b""),
        Attachment(filename="a.jpg\r\nX: y", content_type="image/jpeg", content=b""),
        Attachment(filename="a.jpg", content_type="image/jpeg; name=jane", content=b""),
        Attachment(filename="a.jpg", content_type="image/jpeg\r\nX: y", content=b""),
    ],
)
def test_no_other_name_or_type_can_stand_in_a_header(odd):
    with pytest.raises(ValueError, match=r"cannot|line end"):
        compose(draft(attachments=(odd,)))


def test_an_empty_file_is_still_a_file():
    raw = compose(draft(attachments=(Attachment(filename="a.png", content_type="image/png", content=b""),)))
    assert contents(raw) == (b"",)
    assert [part.filename for part in parse(raw).parts] == ["a.png"]


def test_with_files_the_boundary_may_not_stand_in_the_text_either():
    with pytest.raises(ValueError, match="boundary"):
        compose(draft(html="", text="=_boundary234567", boundary="boundary234567", attachments=(PICTURE,)))
