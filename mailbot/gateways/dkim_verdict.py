"""A verdict of our own where the receiving server gives none: DKIM signatures (RFC 6376) verified with dkimpy.

Only a signature of the sender's own organisation counts, and only for a pass: a message that does not verify may have
been changed by a list. dkimpy and dnspython come with the extra "dkim"; both are imported when they are first needed.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from mailbot.errors import Fault
from mailbot.message.alignment import aligned, domain_in
from mailbot.model.inbound import Verdict

MOST_SIGNATURES = 5
MOST_TRIED = 2  # of them, where they are the sender's own
MOST_BYTES = 10_000_000
MOST_BLANKS = 100  # in a row: dkimpy's relaxed body takes their square
SECONDS = 5.0  # for all look-ups of one message
_PACKAGES = {"dkim": "dkimpy", "dns": "dnspython"}
_SIGNED = (b"from", b"subject", b"content-type")  # Exchange Online signs neither To nor the transfer encoding
_ALGORITHMS = (b"rsa-sha256", b"ed25519-sha256")  # RFC 8301: SHA-1 proves nothing any more
_SILENT = logging.getLogger("mailbot.dkim")  # dkimpy would log people's domains
_SILENT.disabled = True

LookUp = Callable[[str, float], bytes | None]


def package_faults(config_file: str) -> tuple[Fault, ...]:
    """What has to be installed first, in plain words; () when everything is there. Imports nothing."""
    missing = [package for module, package in _PACKAGES.items() if find_spec(module) is None]
    words = f'[inbound] verify_dkim needs {" and ".join(missing)}: pip install "mailbot[dkim]"'
    return (Fault(file=config_file, line=None, message=words),) if missing else ()


class DkimVerdict:
    """Asks DNS, so it is never used inside a transaction. Safe to use from several threads."""

    def __init__(self, look_up: LookUp | None = None, *, seconds: float = SECONDS) -> None:
        self._look_up = look_up or txt_record
        self._seconds = seconds

    def verdict(self, raw: bytes, address: str) -> Verdict:
        """PASS when a signature of the address's organisation holds for all of the message; else NONE. Never raises."""
        if len(raw) > MOST_BYTES or b" " * (MOST_BLANKS + 1) in raw.replace(b"\t", b" "):
            return Verdict.NONE
        try:
            passes = self._passes(raw, domain_in(address))
        except Exception:  # noqa: BLE001 - dkimpy raises a dozen kinds of its own, and of others, on hostile headers
            passes = False
        return Verdict.PASS if passes else Verdict.NONE

    def _passes(self, raw: bytes, domain: str) -> bool:
        from dkim import DKIM, parse_tag_value  # type: ignore[import-untyped,unused-ignore] # noqa: PLC0415 - an extra

        until = time.monotonic() + self._seconds
        checked = DKIM(raw, logger=_SILENT, minkey=1024)
        signatures = [value for name, value in checked.headers if name.lower() == b"dkim-signature"]
        own = [
            number
            for number, value in enumerate(signatures[:MOST_SIGNATURES])
            if self._is_worth_asking(parse_tag_value, value, domain) and _covers(value, checked.headers)
        ]
        return any(self._holds(checked, number, until) for number in own[:MOST_TRIED])

    @staticmethod
    def _is_worth_asking(parse_tag_value: Callable[[bytes], dict[bytes, bytes]], value: bytes, domain: str) -> bool:
        """Whether it is one of the sender's organisation, over From and the whole body."""
        try:
            tags = parse_tag_value(value)
        except Exception:  # noqa: BLE001 - as above; the next signature may be sound
            return False
        signed = [name.strip().lower() for name in tags.get(b"h", b"").split(b":")]
        if b"l" in tags or b"from" not in signed or tags.get(b"a") not in _ALGORITHMS:
            return False  # with l= anybody may write on below what was signed (RFC 6376 8.2)
        return aligned(domain_in(tags.get(b"d", b"").decode("ascii", "replace")), domain)

    def _holds(self, checked: Any, number: int, until: float) -> bool:  # noqa: ANN401 - dkimpy has no types
        def key(name: bytes | str, timeout: float = 0.0) -> bytes | None:  # noqa: ARG001 - dkimpy's signature
            left = until - time.monotonic()
            found = self._look_up(name.decode("ascii") if isinstance(name, bytes) else name, left) if left > 0 else None
            return None if found is None or _is_on_trial(found) else found

        try:
            return bool(checked.verify(number, dnsfunc=key))
        except Exception:  # noqa: BLE001 - as above
            return False


def _is_on_trial(record: bytes) -> bool:
    """Whether the domain says that it only tries signing: to be treated as not signed at all (RFC 6376 3.6.1)."""
    tags = [part.partition(b"=") for part in record.split(b";")]  # blanks may stand around "=" (RFC 6376 3.2)
    flags = [value.split(b":") for name, _, value in tags if name.strip().lower() == b"t"]
    return any(b"y" in [flag.strip().lower() for flag in one] for one in flags)


def _covers(signature: bytes, headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether what decides how the message is read is signed, as often as it stands (RFC 6376 5.4.1, 8.15).

    Else whoever has one such message could send it again with another subject, or cut its body elsewhere.
    """
    tags = [part.partition(b"=") for part in signature.split(b";")]
    listed = b":".join(value for name, _, value in tags if name.strip().lower() == b"h")
    signed = Counter(name.strip().lower() for name in listed.split(b":"))
    stand = Counter(name.lower() for name, _ in headers)
    return all(signed[name] >= stand[name] for name in _SIGNED)


def txt_record(name: str, seconds: float) -> bytes | None:
    """The first TXT record of that name, None when there is none or nobody answers in time."""
    from dns.exception import DNSException  # noqa: PLC0415 - an extra
    from dns.resolver import resolve  # noqa: PLC0415

    try:
        answer = resolve(name, "TXT", lifetime=seconds, search=False)
    except DNSException:
        return None
    return next((b"".join(record.strings) for record in answer), None)
