"""AES-256-GCM over one sealed column: the words open only under their own key and in their own place.

The place (table, row id, column) is authenticated with the words, so that a ciphertext that was moved to another row
does not open there.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mailbot.errors import SealBroken

KEY_BYTES = 32
_NONCE_BYTES = 12
_FORMAT = b"\x01"  # the first byte of everything sealed, so that another cipher can follow one day


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKey:
    """One key of the keyring under its name: "person:<id>", "intake:<day>" or "system".

    Its cipher is made for each use: to keep it saves a microsecond and costs 2 kB for everybody in the roster.
    """

    name: str
    secret: bytes = field(repr=False)

    def sealed(self, plain: bytes, *, table: str, row: str, column: str) -> bytes:
        """The words, sealed for that place: format byte, nonce, ciphertext with its tag."""
        nonce = os.urandom(_NONCE_BYTES)
        return _FORMAT + nonce + AESGCM(self.secret).encrypt(nonce, plain, _place(table, row, column))

    def opened(self, sealed: bytes, *, table: str, row: str, column: str) -> bytes:
        """The words in the clear. SealBroken when they were altered, moved, or sealed under another key."""
        if sealed[:1] != _FORMAT or len(sealed) < 1 + _NONCE_BYTES:
            raise SealBroken(f"{table}.{column} of row {row} is not in a form that mailbot seals")
        nonce, rest = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            return AESGCM(self.secret).decrypt(nonce, rest, _place(table, row, column))
        except InvalidTag:
            raise SealBroken(f"{table}.{column} of row {row} does not open under its key") from None


def _place(table: str, row: str, column: str) -> bytes:
    return f"{table}|{row}|{column}".encode()
