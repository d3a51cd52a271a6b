from __future__ import annotations

from mailbot.message.exposed import View, views
from tests.message.builders import mail


def test_everything_is_seen_and_decoded():
    raw = mail(
        "Subject: =?utf-8?q?caf=C3=A9?=\r\n au lait",
        "X-Trace: secret",
        "Content-Type: multipart/mixed; boundary=b",
        body=(
            "before\r\n"
            "--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\nna=EFve\r\n"
            "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+eDwvYj4=\r\n"
            "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nwords\r\n"
            "--b\r\nContent-Type: application/x\r\n\r\nbytes\r\n--b--\r\nafter\r\n"
        ),
    )
    seen = views(raw)
    assert View(where="subject", text="Subject: café au lait") in seen
    assert View(where="machinery", text="X-Trace: secret") in seen
    assert View(where="header", text="From: Jane <jane@example.net>") in seen
    assert View(where="text", text="naïve") in seen
    assert View(where="html", text="<b>x</b>") in seen
    assert View(where="subject", text="Subject: inner") in seen
    assert View(where="text", text="words\n") in seen or View(where="text", text="words") in seen
    assert View(where="file", text="", content=b"bytes") in seen
    asides = [view.text.strip() for view in seen if view.where == "part"]
    assert "before" in asides
    assert "after" in asides
