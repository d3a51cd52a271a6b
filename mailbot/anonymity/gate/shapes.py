"""Letters that look like others, and signs that stand for the same: what each becomes in the skeleton.

The skeleton need not be a spelling: it only has to be the same for all that look alike (Unicode TS 39, 4).
"""

from __future__ import annotations

# Capitals and small letters apart: a Greek capital H looks like a Latin one, the small letter like an n.
_CYRILLIC = dict(
    zip(
        "АВЕЗКМНОРСТУХаекмнорстухвзЅІЈԌԚԜѕіјԍԛԝҺһӀӏԁԀѴѵЅГгѠѡґҐЬь",
        "ABE3KMHOPCTYXaekmhopctyxb3SIJGQWsijgqwHhIldDVvSRrWwrRbb",
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεζηικνορτυχγωϲϹϳͿςσω",
        "ABEZHIKMNOPTYXabeznikvoptuxywcCjJsow",
        strict=True,
    )
)
_LATIN = dict(
    zip(
        "ıȷɑɡɩɪʀʏʙʜʟɢɴᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜱłŁøØđĐħĦŧŦɨɫɓɗɠƙɱŋɒʋƴƶɛƐſ",
        "ijagiirybhlgnacdejkmoptuvwzslLoOdDhHtTilbdgkmnavyzeEs",
        strict=True,
    )
)
_OTHERS = dict(zip("օսոհսԱՕΟᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "ounhuUOOABCDEGHJKLMPRSTVWZ", strict=True))
_SEVERAL = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
_ENCLOSED = (0x1F150, 0x1F170, 0x1F1E6)  # white on black, and the letters of flags: NFKD knows neither
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02b9\u2032\u055a\ua78c"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
_BREAKS = "\u2028\u2029\u0085"
# Letters to a program, nothing to the eye.
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800"

SHAPES: dict[str, str] = {
    **_CYRILLIC,
    **_GREEK,
    **_LATIN,
    **_OTHERS,
    **_SEVERAL,
    **{chr(start + at): chr(ord("A") + at) for start in _ENCLOSED for at in range(26)},
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_BREAKS, " "),
    **dict.fromkeys(_FILLERS, ""),
}
