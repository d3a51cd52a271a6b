"""What became of the files of one message, and why one of them may not pass.

`why` is one of these words; `what` says what kind of file it is, as `kinds.kind_of` and message/file_kinds.py name it.

    kind              files of this kind are never passed on (a calendar entry, a contact card, a recording ...)
    not_allowed       the programme does not allow this kind
    not_available     the programme allows it, and the package that rebuilds it is not installed
    logo              a small picture, or one that its name calls part of a signature
    picture_format    HEIC, TIFF, SVG ...: JPEG and PNG can pass
    old_office        Office files from before 2007 (.doc, .xls, .ppt)
    encrypted         it opens with a password only
    damaged           it cannot be read
    not_understood    it holds something that we do not know how to make anew
    macros            it holds programs
    embedded          other files, films or sounds are inside
    picture_inside    a picture inside it cannot be made anew
    tracked_changes   it holds changes that were not accepted yet, with the names of who made them
    hidden            it holds sheets, slides, layers, words or cut-off margins that are not shown
    redaction         words are marked to be blacked out and still stand in it
    form_fields       it holds tick boxes or lists that only a program shows
    too_large         its bytes, or what it unpacks to
    too_many_pixels   of one picture, or of all
    too_many_pages    of a PDF
    too_many_files    more files than one message may pass on
"""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.model.outbound import Attachment


class CannotPass(Exception):
    """The file is not passed on; `why` is one of the words above."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that is not passed on: its place among the message's parts (from 1), what it is, and why."""

    number: int
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """The files that pass, made anew, and the others; each part of the message is in one of the two."""

    kept: tuple[Attachment, ...]
    refused: tuple[Refused, ...]
