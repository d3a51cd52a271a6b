"""What is said when the demo's own dependency is not installed."""

from __future__ import annotations

from mailbot.errors import MailbotError


class DemoExtraMissing(MailbotError):
    """pymap, the demo's IMAP server, cannot be imported: a plain installation of mailbot does not bring it."""

    def __init__(self) -> None:
        super().__init__(
            "The demo needs a small IMAP server (pymap) that a plain installation leaves out. "
            'Install it with:  pip install "mailbot[demo]"',
        )
