"""What a file is and why it was not passed on, in plain English: the one place that words either."""

from __future__ import annotations

_WHAT = {
    "picture": "a picture",
    "pdf": "a PDF file",
    "word": "a Word document",
    "spreadsheet": "a spreadsheet",
    "slides": "a slide show",
    "text": "a text file",
    "page": "a web page",
    "rich_text": "a rich-text document",
    "open_document": "an OpenDocument text",
    "pages": "a Pages document",
    "recording": "a sound recording",
    "film": "a film",
    "email": "an email",
    "folder": "a packed folder",
    "tnef": "winmail.dat",
    "smime": "an encrypted or signed message",
    "calendar": "a calendar entry",
    "contact": "a contact card",
}
_OF_KIND = {
    "calendar": "a calendar entry says who is invited",
    "contact": "a contact card names you",
    "email": "an attached email names who wrote it",
    "tnef": "Outlook has packed the files up; please send them again as ordinary attachments",
    "smime": "it is locked or signed, so that we cannot look inside",
    "text": "please put its words into the email itself",
    "rich_text": "please put its words into the email itself",
    "folder": "please attach its files one by one",
}
_WHY = {
    "kind": "files of this kind are never passed on",
    "not_allowed": "this programme does not pass on files of this kind",
    "not_available": "this service cannot pass on such files at the moment; nothing is wrong with yours",
    "logo": "it looks like part of an email signature; if it is not, please send it under another name",
    "picture_format": "please send it again as JPEG or PNG",
    "old_office": "please save it in a newer format (docx, xlsx, pptx) or as PDF",
    "encrypted": "it is protected by a password",
    "patient": "it seems to hold something about a patient",
    "identifiers": "it seems to hold a telephone number, a link or something else that shows who somebody is",
    "damaged": "it cannot be opened",
    "not_understood": "it holds something that we cannot make safe; please save it as PDF or as a picture",
    "macros": "it holds macros; please save it without them",
    "embedded": "it holds other files, films or sounds; please take them out",
    "picture_inside": "it holds a picture that we cannot make safe; please save it as PDF",
    "tracked_changes": "it holds tracked changes, which carry names; please accept or reject them all",
    "hidden": "it holds hidden sheets, slides, layers or words; please show or delete them",
    "redaction": "words are marked to be blacked out and are still in it; please apply that first",
    "form_fields": "it holds tick boxes or lists that would be lost; please save it as PDF",
    "too_large": "it is too large",
    "too_many_pixels": "the picture has too many pixels",
    "too_many_pages": "it has too many pages",
    "too_many_files": "there were too many files in one message",
}


def file_in_words(what: str) -> str:
    """The kind of file as it stands in a sentence: "a PDF file"."""
    return _WHAT.get(what, "a file")


def refusal_in_words(what: str, why: str) -> str:
    """Why it was not passed on, and what helps where something does."""
    if why == "kind" and what in _OF_KIND:
        return _OF_KIND[what]
    return _WHY.get(why, _WHY["kind"])
