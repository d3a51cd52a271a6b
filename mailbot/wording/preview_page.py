"""One static page with every email on it, text and HTML side by side, as a coordinator looks at them before a start."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from mailbot.model.outbound import Words
from mailbot.wording.preview_style import STYLE

_KIB = 1024
_LINE_PIXELS = 25
_LEAST_PIXELS, _MOST_PIXELS = 260, 1600


def preview_page(emails: Sequence[tuple[str, Words, bytes]], *, title: str = "Every email of the programme") -> str:
    """The page as HTML; each email is (its name, its words, its final bytes). Nothing on it is fetched or runs.

    The HTML parts stand in frames that may do nothing (sandbox without any permission, and a policy for the page).
    """
    links = Markup("\n").join(
        Markup('<li><a href="#{id}">{name}</a><span>{subject}</span></li>').format(
            id=_anchor(number), name=name, subject=words.subject
        )
        for number, (name, words, _) in enumerate(emails, 1)
    )
    sections = Markup("\n").join(
        _section(_anchor(number), name, words, raw) for number, (name, words, raw) in enumerate(emails, 1)
    )
    return _PAGE.format(style=STYLE, title=escape(title), count=len(emails), links=links, sections=sections)


def _section(anchor: str, name: str, words: Words, raw: bytes) -> Markup:
    headers = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode("utf-8", "replace")
    return _SECTION.format(
        anchor=anchor,
        name=name,
        subject=words.subject,
        size=f"{len(raw) / _KIB:.1f} kB",
        height=_frame_height(words.text),
        text=words.text,
        html=words.html,
        headers=headers,
    )


def _anchor(number: int) -> str:
    return f"email-{number}"


def _frame_height(text: str) -> int:
    """About the height of the HTML part in pixels: a frame without permissions cannot be asked for it."""
    return max(_LEAST_PIXELS, min(_MOST_PIXELS, 120 + _LINE_PIXELS * text.count("\n")))


_SECTION = Markup("""<section id="{anchor}">
<header>
<p class="name">{name}</p>
<h2>{subject}</h2>
</header>
<div class="parts">
<figure>
<figcaption>Text</figcaption>
<pre tabindex="0">{text}</pre>
</figure>
<figure>
<figcaption>HTML</figcaption>
<iframe sandbox title="{name} as HTML" style="height:{height}px" srcdoc="{html}"></iframe>
</figure>
</div>
<details>
<summary>Headers as sent ({size} in all)</summary>
<pre tabindex="0">{headers}</pre>
</details>
</section>""")

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<nav aria-label="Emails">
<h1>{title}</h1>
<p>{count} emails. Names and words in them are made up.</p>
<ol>
{links}
</ol>
</nav>
<main>
{sections}
</main>
</body>
</html>
"""
