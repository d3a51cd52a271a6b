"""What may stay of a PDF: for each kind of dictionary the keys that paint something, and what stands under each.

Named after ISO 32000-1. What is not named here stays behind: Metadata, PieceInfo, StructParents, Thumb, B, AA, Annots,
OC, LastModified, OPI, Ref, Name, ID ...
"""

from __future__ import annotations


def _plain(keys: str) -> dict[str, str]:
    """Keys with names, numbers and arrays of them."""
    return dict.fromkeys(keys.split(), "plain")


_DRAWN = {"Resources": "resources", **_plain("BBox Matrix")}
SHAPES: dict[str, dict[str, str]] = {
    "page": {**_plain("MediaBox CropBox Rotate UserUnit"), "Resources": "resources", "Group": "group"},
    "resources": {
        "Font": "named of font",
        "XObject": "named of painted",
        "ExtGState": "named of state",
        "ColorSpace": "named of colour",
        "Pattern": "named of pattern",
        "Shading": "named of shading",
    },
    "group": {**_plain("S I K"), "CS": "colour"},
    "form": {**_plain("Subtype"), **_DRAWN, "Group": "group"},
    "tiling": {**_plain("PatternType PaintType TilingType XStep YStep"), **_DRAWN},
    "shaded": {**_plain("PatternType Matrix"), "Shading": "shading", "ExtGState": "state"},
    "picture": {
        **_plain("Subtype Width Height BitsPerComponent ImageMask Decode Interpolate Intent Matte"),
        "ColorSpace": "colour",
        "SMask": "painted",
        "Mask": "mask",
    },
    "state": {
        **_plain("LW LC LM ML MLX D RI OP op OPM FL SM SA BM CA ca AIS TK"),
        **dict.fromkeys(("BG", "BG2", "UCR", "UCR2", "TR", "TR2"), "function"),
        "Font": "font and size",
        "SMask": "soft mask",
    },
    "soft mask": {**_plain("S BC"), "G": "painted", "TR": "function"},
    "shading": {
        **_plain("ShadingType Background BBox AntiAlias Coords Domain Extend Matrix"),
        **_plain("BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow"),
        "ColorSpace": "colour",
        "Function": "function",
    },
    "function": {
        **_plain("FunctionType Domain Range C0 C1 N Size BitsPerSample Order Encode Decode Bounds"),
        "Functions": "function",
    },
    "calibrated": _plain("WhitePoint BlackPoint Gamma Matrix Range"),
    "font": {
        **_plain("Subtype BaseFont FirstChar LastChar Widths FontMatrix FontBBox DW W DW2 W2"),
        "FontDescriptor": "descriptor",
        "Encoding": "encoding",
        "ToUnicode": "map of codes",
        "DescendantFonts": "each of font",
        "CIDSystemInfo": "collection",
        "CIDToGIDMap": "data",
        "CharProcs": "named of glyph",
        "Resources": "resources",
    },
    "descriptor": {
        **_plain("FontName Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth"),
        **_plain("MaxWidth MissingWidth FontStretch FontWeight"),
        "FontFile": "type 1",
        "FontFile2": "sfnt",
        "FontFile3": "compact font",
        "CIDSet": "data",
    },
    "encoding": _plain("BaseEncoding Differences"),
    "collection": {"Registry": "collection's name", "Ordering": "collection's name", **_plain("Supplement")},
    "map of codes": {**_plain("CMapName WMode"), "UseCMap": "encoding", "CIDSystemInfo": "collection"},
    "type 1": _plain("Length1 Length2 Length3"),
    "sfnt": {},
    "compact font": _plain("Subtype"),
    "data": {},
    "glyph": {},
}
