"""Our own replies: every client, style and language of tests/reading/correspondence.py, some with a signature."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.reading import correspondence as mail
from tests.reading.attribution_lines import LABELS

NAME = "Zoë Müller"
TYPED = (
    ("It goes well, thank you. The nights are long but bearable.", "I will be there at 10:30"),
    ("No, nobody yet. Could you?\nOr do you know somebody", "On Monday I wrote:\nthe plan is good", "So it is."),
)
SIGNATURES = ("", f"Best regards,\n{NAME}", "-- \nZoë\n0191 498 0000", "Sent from my iPhone")


def generated_replies() -> list[dict[str, Any]]:
    """Texts with what is new in them, and with the message that they answer, which only mailbot can make use of."""
    replies = []
    for program in mail.CLIENTS.values():
        if program.html:  # the others read text only
            continue
        for language in LABELS:
            for number, style in enumerate(mail.STYLES):
                typed = TYPED[number % len(TYPED)]
                signature = SIGNATURES[number] if style in ("top", "bottom") else ""
                written = [*typed[:-1], f"{typed[-1]}\n\n{signature}".strip()]
                text = program.build(written, style, language)
                replies.append(
                    {"text": text, "expected": "\n\n".join(typed), "parent": mail.PARENT_TEXT, "names": [NAME]}
                )
    return replies
