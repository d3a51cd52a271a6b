"""The files of one message, each made anew or refused: bytes in, bytes out, no file is trusted to be what it says."""

from __future__ import annotations

from collections.abc import Callable

from mailbot.anonymity.attachments.allowance import Allowance, FileLimits
from mailbot.anonymity.attachments.kinds import PICTURES, is_encrypted_office, kind_of, office_kind
from mailbot.anonymity.attachments.outcome import CannotPass, Rebuilt, Refused
from mailbot.message.file_kinds import is_named_as_logo, kind_by_name
from mailbot.model.inbound import Part
from mailbot.model.outbound import Attachment

_ENDINGS = {
    "jpeg": ("jpg", "image/jpeg"),
    "png": ("png", "image/png"),
    "pdf": ("pdf", "application/pdf"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pptx": ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
}
_Maker = Callable[[bytes, str, Allowance], tuple[str, bytes]]
_DEFAULT = FileLimits()


def rebuilt(
    parts: tuple[Part, ...],
    contents: tuple[bytes, ...],
    allowed: frozenset[str],
    limits: FileLimits = _DEFAULT,
) -> Rebuilt:
    """Every file in order, made anew under a neutral name, or refused with a reason; never an exception.

    `allowed` names kinds: "image", "pdf", "office". Names, declared types and everything else that came with a file
    are left behind; a file that cannot be made anew whole is not passed on at all.
    """
    kept: list[Attachment] = []
    refused: list[Refused] = []
    allowance = Allowance(limits)
    for number, (part, content) in enumerate(zip(parts, contents, strict=True), 1):
        try:
            ending, made = _made_anew(part, content, allowed, allowance)
            allowance.take_file(len(made))
        except CannotPass as fault:
            refused.append(Refused(number=number, what=_what(part, content), why=fault.why))
        else:
            name, content_type = _ENDINGS[ending]
            filename = f"attachment-{len(kept) + 1}.{name}"
            kept.append(Attachment(filename=filename, content_type=content_type, content=made))
    return Rebuilt(kept=tuple(kept), refused=tuple(refused))


def _made_anew(part: Part, content: bytes, allowed: frozenset[str], allowance: Allowance) -> tuple[str, bytes]:
    kind = kind_of(content)
    room = "image" if kind in PICTURES else kind
    if room not in ("image", "pdf", "office"):
        raise CannotPass(_why_never(part, content, kind))
    if room not in allowed:
        raise CannotPass("not_allowed")
    if room == "image" and is_named_as_logo(part):
        raise CannotPass("logo")
    allowance.look_at_file(len(content))
    try:
        make = _maker(room)
    except ImportError as absent:
        raise CannotPass("not_available") from absent
    try:
        return make(content, kind, allowance)
    except CannotPass:
        raise
    except Exception as fault:  # the wall: zip, XML and PDF readers raise whatever a damaged file makes them trip over
        raise CannotPass("damaged") from fault


def _maker(room: str) -> _Maker:
    """What makes files of that room anew. Loaded now: a service that passes no files on never loads its libraries."""
    if room == "image":
        from mailbot.anonymity.attachments.images import repainted  # noqa: PLC0415 - loads Pillow

        return repainted
    if room == "pdf":
        from mailbot.anonymity.attachments.pdf import rewritten  # noqa: PLC0415 - loads pikepdf

        return rewritten
    from mailbot.anonymity.attachments.office import rewritten as office  # noqa: PLC0415 - loads Pillow

    return office


def _why_never(part: Part, content: bytes, kind: str) -> str:
    if kind == "compound":
        return "encrypted" if is_encrypted_office(content) else "old_office"
    return "picture_format" if _what(part, content) == "picture" else "kind"


def _what(part: Part, content: bytes) -> str:
    """What kind of file it is, for its writer: by its bytes as far as they tell, else by its name and type."""
    kind = kind_of(content)
    if kind in PICTURES or kind == "picture":
        return "picture"
    if kind == "office":
        return office_kind(content) or "folder"
    if kind in ("pdf", "rich_text"):
        return kind
    return "folder" if kind == "zip" else kind_by_name(part) or "file"
