"""Ids, tokens, Message-IDs and boundaries out of one seed, so that a decision is a pure function of its inputs."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field


@dataclass(slots=True)
class Mint:
    """A stream of unguessable names. Flows seed it with 32 random bytes a transaction; tests seed it by hand."""

    seed: bytes
    _count: int = field(default=0, init=False)

    def _draw(self, size_bytes: int) -> str:
        self._count += 1
        digest = hashlib.blake2b(self._count.to_bytes(8, "big"), key=self.seed, digest_size=size_bytes).digest()
        return base64.b32encode(digest).decode("ascii").rstrip("=").lower()

    def row_id(self) -> str:
        """26 characters, 128 bits: a row's primary key, known before the insert."""
        return self._draw(16)

    def token(self) -> str:
        """24 characters, 120 bits, lower-case base32: clients fold the case of addresses."""
        return self._draw(15)

    def message_id(self, domain: str) -> str:
        """A Message-ID (RFC 5322 3.6.4) that tells nothing: no host, no time, no counter."""
        return f"<{self._draw(20)}@{domain}>"

    def boundary(self) -> str:
        """A MIME boundary (RFC 2046 5.1.1) unlike that of any mail program."""
        return f"=_{self._draw(15)}"

    def reference(self) -> str:
        """The spare key at the foot of a form, as in "7F3A-K2QM-9XDB-LR4T": 80 bits, easy to read out."""
        letters = self._draw(10).upper()
        return "-".join(letters[i : i + 4] for i in range(0, 16, 4))

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1, not to be guessed; 0 when the limit is under 2."""
        return int.from_bytes(base64.b32decode(self._draw(10).upper()), "big") % max(limit, 1)
