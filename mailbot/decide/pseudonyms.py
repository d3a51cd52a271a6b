"""The word that a mentor knows a mentee by: neutral, easy to say, and it tells nothing about anybody."""

from __future__ import annotations

import hashlib
from collections.abc import Set as AbstractSet

# Birds and trees, none of them a common name of a person or place in English or German.
WORDS = (  # noqa: SIM905 - sixty quoted words are no list to read
    "Heron Kestrel Plover Curlew Osprey Dunlin Avocet Bittern Lapwing Goldcrest Siskin Linnet Wheatear Redstart "
    "Nuthatch Treecreeper Dipper Kingfisher Sandpiper Turnstone Whimbrel Godwit Gannet Puffin Guillemot Fulmar "
    "Shearwater Pintail Wigeon Goosander Merganser Pochard Teal Shoveler Moorhen Grebe Egret Goshawk Buzzard "
    "Brambling Fieldfare Redwing Whinchat Stonechat Yellowhammer Alder Aspen Hornbeam Larch Spruce Juniper "
    "Hawthorn Blackthorn Whitebeam Sycamore Chestnut Walnut Medlar Quince"
).split()


def free_word(key: str, taken: AbstractSet[str], names: AbstractSet[str] = frozenset()) -> str:
    """A word that no other pair has, the same for the same key; numbered ("Heron 2") when all are taken.

    No pair is called Teal where somebody is (`names`, in lower case): the gate would hold every post for it.
    """
    words = [word for word in WORDS if word.lower() not in names] or WORDS
    start = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") % len(words)
    for lap in range(1, len(taken) + 2):
        for step in range(len(words)):
            word = words[(start + step) % len(words)]
            candidate = word if lap == 1 else f"{word} {lap}"
            if candidate not in taken:
                return candidate
    raise AssertionError("there are always more numbers")  # pragma: no cover
