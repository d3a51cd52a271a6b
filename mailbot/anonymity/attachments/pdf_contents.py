"""What draws a page, written anew: each drawing command that we know, with neutral names for what it draws with.

Comments, marked content (the spoken text of a picture, the language of a word, layers) and commands that no PDF knows
are left behind; they draw nothing.
"""

from __future__ import annotations

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Name,
    Object,
    Operator,
    Page,
    parse_content_stream,
    unparse_content_stream,
)

from mailbot.anonymity.attachments.allowance import Allowance
from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.pdf_streams import decoded


def _several(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_KNOWN = (
    _several("b B b* B* BT c cm CS cs d d0 d1 Do ET f F f* g G gs h i j J k K l m M n q Q re rg RG ri s S sc SC")
    | _several("scn SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"")
)  # fmt: skip
_BETWEEN = b" \t\r\n\f\x00[]()<>/{}%"  # what ends a word of the language: there are no more words than these
_NAMING = {"Tf": "Font", "Do": "XObject", "gs": "ExtGState", "cs": "ColorSpace", "CS": "ColorSpace", "sh": "Shading"}
_PAINTS_WITH = ("scn", "SCN")
_FIXED = _several("/DeviceGray /DeviceRGB /DeviceCMYK /Pattern /DefaultGray /DefaultRGB /DefaultCMYK")
_INLINE = _several(
    "/BitsPerComponent /ColorSpace /Decode /DecodeParms /Filter /Height /ImageMask /Intent /Interpolate /Length /Width"
)


class Names:
    """The neutral name of everything that resources name: one for each name of a kind, in the whole file."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}

    def neutral(self, kind: str, name: str) -> str:
        """The name that stands for this one from now on."""
        if kind == "ColorSpace" and name in _FIXED:
            return name
        return self._given.setdefault((kind, name), f"/{kind[0]}{len(self._given)}")


def drawn_anew(source: Page | Object, names: Names, allowance: Allowance) -> bytes:
    """The commands of a page, form, pattern or glyph."""
    for stream in _streams(source):
        data = decoded(stream, allowance)
        allowance.take_drawing(len(data) - len(data.translate(None, _BETWEEN)))
    kept: list[ContentStreamInstruction | ContentStreamInlineImage] = []
    for command in parse_content_stream(source):
        if isinstance(command, ContentStreamInlineImage):
            kept.append(_inline(command))
        elif (operator := str(command.operator)) in _KNOWN:
            kept.append(_named(command, operator, names))
    return unparse_content_stream(kept)


def _streams(source: Page | Object) -> list[Object]:
    """The streams that are read as one: a page may have several."""
    if not isinstance(source, Page):
        return [source]
    contents = source.obj.get("/Contents", Array())
    return list(contents) if isinstance(contents, Array) else [contents]


def _named(command: ContentStreamInstruction, operator: str, names: Names) -> ContentStreamInstruction:
    kind = _NAMING.get(operator, "Pattern" if operator in _PAINTS_WITH else "")
    operands = list(command.operands)
    if not kind or not operands:
        return command
    at = -1 if kind == "Pattern" else 0
    if isinstance(operands[at], Name):
        operands[at] = Name(names.neutral(kind, str(operands[at])))
    return ContentStreamInstruction(operands, Operator(operator))


def _inline(command: ContentStreamInlineImage) -> ContentStreamInlineImage:
    """A small picture amid the commands; only sound ones, since its bytes are not decoded."""
    picture = command.iimage
    if any(key not in _INLINE for key in picture.obj.keys()):  # noqa: SIM118 - a pikepdf object, not a dict
        raise CannotPass("not_understood")
    if {"/DCTDecode", "/DCT"} & set(picture.filters):
        raise CannotPass("picture_inside")
    return command
