"""Attached files made anew: what is seen in them stays, what says who made them goes, anything else is refused."""

from mailbot.anonymity.attachments.allowance import FileLimits
from mailbot.anonymity.attachments.outcome import Rebuilt, Refused
from mailbot.anonymity.attachments.packages import missing_packages
from mailbot.anonymity.attachments.rebuilding import rebuilt

__all__ = ["FileLimits", "Rebuilt", "Refused", "missing_packages", "rebuilt"]
