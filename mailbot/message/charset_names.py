"""What mail calls its charsets, and which codec reads all that is sent under that name (WHATWG Encoding 4.2)."""

from __future__ import annotations

# Codecs that Python knows but no mail is written in; some of them take quadratic time.
_NEVER = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
# Programs declare the small set and send the larger one that their system has.
_LARGER = {
    "cp1252": ("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "8859-1", "ansi", "x-ansi"),
    "cp1254": ("iso-8859-9", "latin5"),
    "cp1255": ("iso-8859-8-i", "iso-8859-8-e", "iso-8859-8"),
    "cp874": ("iso-8859-11", "tis-620", "windows-874"),
    "gb18030": ("gb2312", "gbk", "x-gbk", "cp936", "gb_2312-80", "csgb2312", "euc-cn", "gb-2312"),
    "cp950": ("big5", "big-5", "x-big5", "cn-big5"),
    "cp949": ("ks_c_5601-1987", "euc-kr", "ks_c_5601", "ksc5601", "x-windows-949", "windows-949"),
    "cp932": ("shift_jis", "shift-jis", "x-sjis", "sjis", "ms_kanji", "windows-31j"),
    "iso2022_jp_ext": ("iso-2022-jp", "iso2022jp", "csiso2022jp"),
    "mac_roman": ("x-mac-roman", "macintosh", "mac"),
    "mac_cyrillic": ("x-mac-cyrillic",),
    "koi8_r": ("koi8", "koi"),
    "utf-8": ("utf8mb4", "utf-8n", "unicode-1-1-utf-8", "x-utf-8"),
    "utf-7": ("unicode-1-1-utf-7", "x-unicode-1-1-utf-7"),
}
_CODECS = {name: codec for codec, names in _LARGER.items() for name in names}


def bare_name(declared: str) -> str:
    """The name as it was meant: without quotes, and without what some write behind it ("utf-8; format=flowed")."""
    words = declared.replace(";", " ").replace(",", " ").split()
    return words[0].strip("\"'").lower() if words else ""


def codec_of(name: str) -> str:
    """Python's codec for a bare name, "" where it must not be used; an unknown name comes back as it is."""
    return "" if name.replace("-", "_") in _NEVER else _CODECS.get(name, name)
