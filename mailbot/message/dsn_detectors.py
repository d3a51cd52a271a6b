"""A second opinion on bounces in plain words: the detectors of flufl.bounce, behind a wall.

They raise IndexError and more on damaged mail, log tracebacks with words of the message in them, and call nearly every
failure permanent: only the addresses that they find are used, never their verdict.
"""

from __future__ import annotations

import logging
from email import message_from_bytes

from mailbot.message.recipients import addresses_in

_MOST_BYTES = 40_000  # a report stands at the top; some of their patterns take the square of the time
_MOST_RECIPIENTS = 100


def detected(raw: bytes) -> tuple[str, ...]:
    """The addresses that a bounce of an unusual kind says were not reached; none when nothing was recognised."""
    from flufl.bounce import all_failures  # noqa: PLC0415 - seldom needed, and it loads seventeen detectors

    logging.getLogger("flufl.bounce").disabled = True
    try:
        temporary, permanent = all_failures(message_from_bytes(raw[:_MOST_BYTES]))
        named = sorted(address.decode("utf-8", "replace") for address in (*temporary, *permanent))
    except Exception:  # noqa: BLE001 - the wall: IndexError, RecursionError, UnicodeDecodeError ... on damaged mail
        return ()
    found = (address for one in named for address in addresses_in(one))
    return tuple(dict.fromkeys(found))[:_MOST_RECIPIENTS]
