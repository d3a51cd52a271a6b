"""A reply as HTML, as the big mail programs build it: only the shape of their markup, with the reply's own words."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

BLOCKQUOTE = (
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);'
    'padding-left:1ex">'
)

EMPTY = '<p style="margin:0 0 6px"><br></p>'


@dataclass(frozen=True, slots=True)
class Page:
    """How a program writes the HTML part."""

    shape: str = "gmail"
    where: str = "split"  # "split" the quote, "inside" it, "within" the form's own paragraph
    numbers: str = "text"  # "ol": a list's, "ones": each list begins at 1, "gone"
    flat: bool = False  # no empty paragraphs
    room: str = "instead"  # typed "instead" of the form's empty paragraph, "before" it or "after" it


def esc(text):
    return html.escape(text, quote=False)


def broken(text):
    return "<br>".join(esc(row) for row in text.split("\n"))


def page_of(reply, page, attribution):
    """The whole HTML part."""
    top = _divs(reply.top) if reply.top else ""
    bottom = _divs(reply.bottom) if reply.bottom else ""
    return SHAPES[page.shape](top, " ".join(attribution), _body(reply, page), bottom)


def _body(reply, page):
    out, depth, owed = [], 1, False
    for number, block in enumerate(reply.blocks):
        if block.depth > 1 and depth == 1:
            out.append(BLOCKQUOTE)
        if block.depth == 1 and depth > 1:
            out.append("</blockquote>")
        depth = max(1, block.depth)
        within = page.where == "within" and not block.low and number and reply.blocks[number - 1].depth == 1
        if block.depth:
            if owed:
                out.append(EMPTY)
            out.append(_paragraph(block, page))
            owed = block.gap > 1 and not page.flat
        elif within and "</p>" in out[-1]:
            out[-1] = out[-1].removesuffix("</p>") + f"<br>{block.markup or broken(block.text)}</p>"
        else:
            if owed and (block.low or page.room == "after"):
                out.append(EMPTY)
            out.append(_typed(block, page))
            owed = owed and page.room == "before" and not block.low
    return "\n".join(out) + (EMPTY if owed else "") + ("</blockquote>" if depth > 1 else "")


def _paragraph(block, page):
    inner = block.markup or (f"<b>{esc(block.text)}</b>" if block.role == "question" else broken(block.text))
    behind = f" {broken(block.behind)}" if block.behind else ""
    style = "margin:18px 0 6px" if block.role == "question" else "margin:0 0 6px"
    numbered = re.match(r"(<b>)?(\d{1,2})\. ", inner)
    if block.role == "question" and numbered and page.numbers != "text":
        rest = (numbered[1] or "") + inner[numbered.end() :]
        if page.numbers == "gone":
            return f'<p style="{style}">{rest}{behind}</p>'
        start = f' start="{numbered[2]}"' if page.numbers == "ol" else ""
        return f"<ol{start}><li>{rest}{behind}</li></ol>"
    return f'<p style="{style}">{inner}{behind}</p>'


def _typed(block, page):
    inner = block.markup or broken(block.text)
    if page.where == "split" and page.shape == "gmail":
        return f"</blockquote><div>{inner}</div>{BLOCKQUOTE}"
    if page.shape == "outlook":
        rows = inner.split("<br>")
        return "".join(
            f'<p class="MsoNormal"><span style="color:#1F497D">{row or "&nbsp;"}<o:p></o:p></span></p>' for row in rows
        )
    if page.shape == "owa":
        return f'<div class="elementToProof" style="color: rgb(0, 0, 0);">{inner}</div>'
    if page.shape == "apple":
        return "".join(f"<div>{row or '<br>'}</div>" for row in inner.split("<br>"))
    return f'<p><font color="#0000ff">{inner}</font></p>'


def _divs(text):
    return "".join(f"<div>{esc(row) or '<br>'}</div>" for row in text.split("\n"))


def _gmail(top, line, body, bottom):
    return (
        f'<div dir="ltr">{top or "<br>"}</div><br><div class="gmail_quote gmail_quote_container">'
        f'<div dir="ltr" class="gmail_attr">{esc(line)}<br></div>{BLOCKQUOTE}{body}</blockquote></div>{bottom}'
    )


def _outlook(top, line, body, bottom):
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="EN-GB"><div class="WordSection1">'
        f'{top}<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;'
        f'padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">{_headed(line)}<o:p></o:p></p></div>'
        f'<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{body}{bottom}</div></body></html>'
    )


def _owa(top, line, body, bottom):
    return (
        f'<div class="elementToProof">{top or "<br>"}</div><div id="appendonsend"></div>'
        '<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">'
        f'<font face="Calibri, sans-serif">{_headed(line)}</font><div>&nbsp;</div></div><div>{body}</div>{bottom}'
    )


def _apple(top, line, body, bottom):
    return (
        f'<html><body>{top}<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite">'
        f'<div>{esc(line)}</div><br class="Apple-interchange-newline"><div>{body}</div></blockquote></div>'
        f"{bottom}</body></html>"
    )


def _yahoo(top, line, body, bottom):
    return (
        f'<div class="ydp7cyahoo-style-wrap"><div>{top or "<br>"}</div></div><div id="yahoo_quoted_8472" '
        f'class="yahoo_quoted"><div><div>{esc(line)}</div><div><br></div><div id="yiv4711">{body}</div></div>'
        f"</div>{bottom}"
    )


def _bare(top, _line, body, bottom):
    return f"<html><body>{top}{body}{bottom}</body></html>"


def _headed(line):
    return re.sub(r"(From|Sent|To|Subject): ", r"<br><b>\1:</b> ", esc(line)).removeprefix("<br>")


SHAPES = {"gmail": _gmail, "outlook": _outlook, "owa": _owa, "apple": _apple, "yahoo": _yahoo, "bare": _bare}
