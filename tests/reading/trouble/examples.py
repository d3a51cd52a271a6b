"""One reply that went wrong, put into a folder so that its cause can be looked at."""

from __future__ import annotations

import email
import email.policy
import json

from tests.reading.trouble.judging import judged
from tests.reading.trouble.making import one_reply


def saved(folder, name, reply, raw, label, verdicts, lost):
    """The path of the message; beside it lie what was typed and read, and the form's text."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.eml"
    path.write_bytes(raw)
    said = {
        "carried": label,
        "faults": [
            {
                "question": v.number,
                "verdict": v.what,
                "wanted": v.wanted,
                "read": v.read,
                "state": v.state,
                "evidence": v.evidence,
            }
            for v in verdicts
            if v.what in ("wrong", "needless")
        ],
        "lost": lost,
        "typed": {n: t.text for n, t in reply.typed.items()},
    }
    path.with_suffix(".json").write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
    path.with_suffix(".form.txt").write_text(reply.form.text, encoding="utf-8")
    return str(path)


def shown(kind, seed, *, small=False):
    """One reply as text: its bodies, then each question with what was wanted and what was read."""
    reply, raw, label = one_reply(kind, seed, small=small)
    verdicts, lost = judged(reply, raw)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    bodies = [part.get_content() for part in message.walk() if part.get_content_maintype() == "text"]
    rows = [f"{kind.name} {seed}: {kind.what} ({label})", "", *bodies, ""]
    rows += [f"{v.number}: {v.what}: {v.state} {v.read!r}, wanted {v.wanted} {'; '.join(v.evidence)}" for v in verdicts]
    return "\n".join([*rows, f"lost: {lost}"])
