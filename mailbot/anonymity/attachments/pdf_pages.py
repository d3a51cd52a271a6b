"""A page of a PDF built anew in another PDF: by kinds (pdf_shapes.py), so that nothing passes that no kind names."""

from __future__ import annotations

from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from mailbot.anonymity.attachments.allowance import Allowance
from mailbot.anonymity.attachments.font_tables import drawing_tables
from mailbot.anonymity.attachments.font_words import wordless_compact, wordless_map, wordless_type_1
from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.pdf_colours import colour_space
from mailbot.anonymity.attachments.pdf_contents import Names, drawn_anew
from mailbot.anonymity.attachments.pdf_layers import is_hidden, refuse_hidden_commands
from mailbot.anonymity.attachments.pdf_shapes import SHAPES
from mailbot.anonymity.attachments.pdf_streams import decoded, picture

_MOST_DEEP = 60
_FONT_FILES = ("FontFile", "FontFile2", "FontFile3")
_COLLECTIONS = frozenset({"Adobe", "Identity", "UCS", "Japan1", "GB1", "CNS1", "Korea1", "KR", "Japan2"})
_RESOURCES = {
    "font": "Font",
    "painted": "XObject",
    "state": "ExtGState",
    "colour": "ColorSpace",
    "pattern": "Pattern",
    "shading": "Shading",
}
_OR_A_NAME = frozenset({"function", "encoding", "soft mask", "data", "map of codes"})
_TYPES = {"font": "/Font", "descriptor": "/FontDescriptor", "page": "/Page", "form": "/XObject", "picture": "/XObject"}


class PageBuilder:
    """Builds pages in one new file; what several pages share is built once."""

    def __init__(self, out: Pdf, allowance: Allowance) -> None:
        self._out, self._allowance = out, allowance
        self._names = Names()
        self._built: dict[tuple[tuple[int, int], str], object] = {}
        self._deep = 0

    def page(self, source: Page) -> Object:
        """The new page, to be put at the end of the new file."""
        fresh = self._dictionary(source.obj, "page")
        fresh["/Contents"] = self._out.make_stream(drawn_anew(source, self._names, self._allowance))
        return fresh

    def made(self, source: object, kind: str) -> object:
        """The value built anew as that kind; None for what is not of that kind."""
        if not isinstance(source, Object):
            return source if kind == "plain" and isinstance(source, (int, bool, Decimal)) else None
        kind = _exact(source, kind)
        key = (source.objgen, kind)
        if source.is_indirect and key in self._built:
            return self._built[key]
        self._allowance.take_object()
        self._deep += 1
        if self._deep > _MOST_DEEP:
            raise CannotPass("not_understood")
        fresh = self._by_kind(source, kind)
        self._deep -= 1
        if source.is_indirect:
            self._built[key] = fresh
        return fresh

    def _by_kind(self, source: Object, kind: str) -> object:
        group, _, member = kind.partition(" of ")
        if group == "named":
            return self._named(source, member)
        if group == "each":
            return Array([self.made(each, member) for each in list(source)])
        if kind == "colour":
            return colour_space(source, self.made, self._names.neutral)
        if kind in ("plain", "text", "collection's name", ""):
            return self._scalar(source, kind)
        if kind == "font and size":
            return Array([self.made(source[0], "font"), self.made(source[1], "plain")])
        return self._dictionary(source, kind)

    def _scalar(self, source: Object, kind: str) -> object:
        """Names, numbers and arrays of them, or where a text has its place, a text; None for anything else."""
        if kind == "text":
            return String(bytes(source)) if isinstance(source, String) else None
        if kind == "collection's name":
            return String(str(source) if str(source) in _COLLECTIONS else "Identity")
        if kind == "plain" and isinstance(source, Name):
            return Name(str(source))
        if kind == "plain" and isinstance(source, Array):
            return Array([self.made(each, "plain") for each in list(source)])
        return None

    def _named(self, source: Object, kind: str) -> object:
        """What a page draws with, under neutral names; a glyph keeps its own, by which the font's codes find it."""
        fresh = Dictionary()
        resource = _RESOURCES.get(kind, "")
        for name, value in source.items():
            made = self.made(value, kind)
            if made is not None:
                fresh[self._names.neutral(resource, name) if resource else name] = made
        return fresh

    def _dictionary(self, source: Object, kind: str) -> Object:
        """A dictionary or stream of that kind; known from the start, since its values may lead back to it."""
        if not isinstance(source, (Dictionary, Stream)):
            raise CannotPass("damaged")
        if kind == "resources":
            refuse_hidden_commands(source.get("/Properties"))
        fresh: Object = Dictionary()
        if isinstance(source, Stream):
            fresh = self._out.make_stream(b"")
        elif source.is_indirect:
            fresh = self._out.make_indirect(fresh)
        if source.is_indirect:
            self._built[source.objgen, kind] = fresh
        self._take_over(source, fresh, kind)
        if isinstance(source, Stream):
            self._fill(source, fresh, kind)
        return fresh

    def _take_over(self, source: Object, fresh: Object, kind: str) -> None:
        """The entries that this kind may have."""
        for key, below in SHAPES[kind].items():
            made = self.made(source.get(f"/{key}"), below)
            if made is not None:
                fresh[f"/{key}"] = made
        if kind in _TYPES:
            fresh["/Type"] = Name(_TYPES[kind])
        if kind == "font":
            self._rename_font(fresh)

    def _rename_font(self, fresh: Object) -> None:
        """A font that the file brings along needs no name; of one that it does not, the name is all there is."""
        fonts = [fresh, *list(fresh.get("/DescendantFonts", Array()))]
        for descriptor in [font["/FontDescriptor"] for font in fonts if "/FontDescriptor" in font]:
            if "/BaseFont" in fresh and any(f"/{key}" in descriptor for key in _FONT_FILES):
                given = Name(self._names.neutral("Letters", str(fresh["/BaseFont"])))
                fresh["/BaseFont"] = descriptor["/FontName"] = given

    def _fill(self, source: Stream, fresh: Object, kind: str) -> None:
        """The bytes of the new stream."""
        if kind in ("form", "tiling", "glyph"):
            fresh.write(drawn_anew(source, self._names, self._allowance))
        elif kind == "picture":
            picture(source, fresh, self._out, self._allowance)
        else:
            fresh.write(_font_file(source, decoded(source, self._allowance), kind))


def _font_file(source: Stream, data: bytes, kind: str) -> bytes:
    """The bytes of a font or of what belongs to one, without the words in it; other data as it is."""
    if kind == "type 1":
        return wordless_type_1(data, int(source.get("/Length1", len(data))))
    if kind == "map of codes":
        return wordless_map(data)
    if kind == "compact font" and str(source.get("/Subtype")) != "/OpenType":
        return wordless_compact(data)
    return drawing_tables(data) if kind in ("sfnt", "compact font") else data


def _exact(source: Object, kind: str) -> str:
    """What kind it is, where a place may hold several; "" for what has no place there."""
    if isinstance(source, Name):
        return "plain" if kind in _OR_A_NAME else kind
    if isinstance(source, Array):
        return {"function": "each of function", "mask": "plain"}.get(kind, kind)
    if isinstance(source, Stream):
        if kind == "painted" and is_hidden(source.get("/OC")):
            return ""
        if kind == "painted":
            return {"/Form": "form", "/Image": "picture"}.get(str(source.get("/Subtype")), "")
        return {"pattern": "tiling", "mask": "picture", "encoding": "map of codes", "colour": ""}.get(kind, kind)
    return {"pattern": "shaded", "painted": "", "mask": "", "colour": ""}.get(kind, kind)
