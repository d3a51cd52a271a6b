"""PDF files made anew: the pages' drawing commands and what they draw with, in a new file of our own.

No Info, XMP, embedded files, comments, links, JavaScript, actions, bookmarks, page labels, thumbnails, signatures,
earlier revisions or ids pass: none is taken over. Filled-in forms, ink and stamps become part of the page.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Name, Pdf

from mailbot.anonymity.attachments.allowance import Allowance
from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.pdf_layers import hides_layers
from mailbot.anonymity.attachments.pdf_pages import PageBuilder
from mailbot.anonymity.attachments.pdf_streams import count_unpacked

pikepdf.settings.set_qpdf_limits(
    parser_max_nesting=100,
    parser_max_errors=0,  # at 15 it would read the rest of a page no more, and say nothing
    doc_max_warnings=1_000,
    max_stream_filters=3,
    flate_max_memory=60_000_000,
    run_length_max_memory=60_000_000,
    png_max_memory=60_000_000,
    tiff_max_memory=60_000_000,
)
_SEEN = frozenset(
    {"/Widget", "/FreeText", "/Ink", "/Stamp", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly"}
    | {"/Line", "/Square", "/Circle", "/Polygon", "/PolyLine"}
)
_MOST_PARENTS = 10
_LEAST_SHOWN = 0.75
_PACKED = 2  # an object inside a stream of objects (ISO 32000-1, table 18)


def rewritten(data: bytes, _: str, allowance: Allowance) -> tuple[str, bytes]:
    """Ending "pdf" and the file made anew; CannotPass, or what pikepdf raises for damaged files."""
    try:
        source = Pdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as locked:
        raise CannotPass("encrypted") from locked
    with source, Pdf.new() as out:
        _check(source, allowance)
        _flatten(source)
        builder = PageBuilder(out, allowance)
        for page in source.pages:
            _refuse_cropped(page)
            out.pages.append(pikepdf.Page(out.make_indirect(builder.page(page))))
        made = io.BytesIO()
        out.save(
            made,
            force_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return "pdf", made.getvalue()


def _check(source: Pdf, allowance: Allowance) -> None:
    """What can be seen before a page is read."""
    if source.is_encrypted:
        raise CannotPass("encrypted")
    table = source.get_xref_table()
    if len(table) > 4 * allowance.limits.objects:
        raise CannotPass("too_large")
    for number in {entry.obj_stream_number or 0 for entry in table.values() if entry.type == _PACKED}:
        count_unpacked(source.get_object(number, 0), allowance)
    root = source.Root
    if "/Collection" in root:
        raise CannotPass("embedded")
    if "/XFA" in root.get("/AcroForm", pikepdf.Dictionary()):
        raise CannotPass("form_fields")
    if "/OCProperties" in root and hides_layers(root.OCProperties):
        raise CannotPass("hidden")
    if not 0 < len(source.pages) <= allowance.limits.pages:
        raise CannotPass("too_many_pages" if len(source.pages) else "damaged")


def _refuse_cropped(page: pikepdf.Page) -> None:
    """CannotPass when much of the page lies outside of what is shown: cropping hides it and takes nothing away.

    Printers' margins do too, and they are a few millimetres.
    """
    whole, shown = (_area(box) for box in (page.mediabox, page.cropbox))
    if shown < _LEAST_SHOWN * whole:
        raise CannotPass("hidden")


def _area(box: pikepdf.Object) -> float:
    left, bottom, right, top = (float(side) for side in list(box))
    return abs((right - left) * (top - bottom))


def _is_signature(annotation: pikepdf.Object) -> bool:
    """Whether it shows who signed and when; the kind of a field may stand with one that it belongs to."""
    field: pikepdf.Object | None = annotation
    for _ in range(_MOST_PARENTS):
        if field is None or "/FT" in field:
            break
        field = field.get("/Parent")
    return field is not None and field.get("/FT") == Name.Sig


def _flatten(source: Pdf) -> None:
    """What was written and drawn upon the pages becomes part of them; other annotations go."""
    for page in source.pages:
        kept = pikepdf.Array()
        for annotation in page.obj.get("/Annots", []):
            subtype = str(annotation.get("/Subtype"))
            if subtype == "/Redact":
                raise CannotPass("redaction")
            if subtype in _SEEN and not _is_signature(annotation):
                kept.append(annotation)
        if "/Annots" in page.obj:
            page.obj.Annots = kept
    if source.Root.get("/AcroForm", pikepdf.Dictionary()).get("/NeedAppearances", False):
        source.generate_appearance_streams()
    source.flatten_annotations("screen")
