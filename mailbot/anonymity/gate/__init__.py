"""The egress gate: the last look at a message's final bytes, and the only way to a ClearedMessage.

It looks at the message as everybody could (headers, parts, pages as text and as source, files and what is packed in
them), reduces what it sees to its skeleton, and searches it for everything known of the people who must not be found in
it. A hit names its kind and line, not its value. Fails closed: what cannot be read is a hit.

It shares nothing with the scrubber, neither code nor word lists: what the one overlooks the other may still see.
"""

from __future__ import annotations

from mailbot.anonymity.gate.clearing import clear

__all__ = ["clear"]
