"""Replies as Outlook builds them: Word's pages, its text, the web version, the phone, the Mac."""

from __future__ import annotations

import textwrap

from tests.reading.modes.mails import ADDRESS, WRITER, broken, esc, html_form, mail, text_form, who

BLUE = 'style="color:#1F497D"'
BORDERS = (
    "border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm",
    "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm",
    "",
)
LABELS = {
    "en": ("From", "Sent", "To", "Subject"),
    "de": ("Von", "Gesendet", "An", "Betreff"),
    "fr": ("De", "Envoyé", "À", "Objet"),
    "es": ("De", "Enviado", "Para", "Asunto"),
    "it": ("Da", "Inviato", "A", "Oggetto"),
    "nl": ("Van", "Verzonden", "Aan", "Onderwerp"),
    "sv": ("Från", "Skickat", "Till", "Ämne"),
    "pl": ("Od", "Wysłano", "Do", "Temat"),
    "da": ("Fra", "Sendt", "Til", "Emne"),
    "pt": ("De", "Enviada", "Para", "Assunto"),
}


def header(asked, language="en"):
    values = (who(asked), "05 January 2027 08:00", f"{WRITER} <{ADDRESS}>", asked.sheet.subject)
    return list(zip(LABELS[language], values, strict=True))


def word_header(asked, border, language="en"):
    rows = "<br>".join(f"<b>{name}:</b> {esc(value)}" for name, value in header(asked, language))
    inner = f'<p class="MsoNormal">{rows}<o:p></o:p></p>'
    return f'<div style="{border}">{inner}</div>' if border else inner


def normal(text, attributes=BLUE):
    """Typed lines, each a MsoNormal paragraph."""
    return "".join(
        f'<p class="MsoNormal"><span {attributes}>{esc(row) or "&nbsp;"}<o:p></o:p></span></p>'
        for row in text.split("\n")
    )


def word(asked, body, *, above="", border=BORDERS[1], language="en"):
    """A page of Word's engine."""
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
        '<head><meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!--\n'
        "p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;}\n--></style></head>"
        '<body lang="EN-GB" link="blue" vlink="purple"><div class="WordSection1">'
        f'{above}<p class="MsoNormal"><a name="_MailEndCompose"><o:p>&nbsp;</o:p></a></p>'
        f'{word_header(asked, border, language)}<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{body}</div></body></html>'
    )


def word_form(asked, answers, answer=normal):
    """The form as Word keeps it: every paragraph with its own end mark, no quote around it."""
    return html_form(
        asked,
        answers,
        answer,
        paragraph=lambda inner: f'<p style="margin:0 0 6px">{inner}<o:p></o:p></p>',
        empty='<p style="margin:0 0 6px"><o:p>&nbsp;</o:p></p>',
    )


def coloured(asked, answers, *, border=BORDERS[1], language="en"):
    """Inline answers in blue, HTML alone."""
    return mail(asked, None, word(asked, word_form(asked, answers), border=border, language=language))


def appended(asked, answers):
    """The answer typed behind the question's last word in the same paragraph, told apart by colour alone."""
    body = word_form(asked, {})
    for question in asked.questions:
        text = answers.get(question.number)
        if text:
            bold = f"<b>{esc(f'{question.number}. {question.ask}')}</b>"
            body = body.replace(bold, f'{bold}<span style="color:#1F497D"> {broken(text)}</span>')
    return mail(asked, None, word(asked, body))


def text_head(asked, language="en", rule="-----Original Message-----"):
    return "\n".join([rule, *(f"{name}: {value}" for name, value in header(asked, language))])


def text_mail(asked, answers, *, language="en", rule="-----Original Message-----", tag=""):
    """The text that Outlook writes: no marks; with "mark my comments" a tag before each typed run."""
    typed = {n: f"{tag}{text}" if text else "" for n, text in answers.items()}
    return mail(asked, f"\n\n{text_head(asked, language, rule)}\n\n{text_form(asked, typed, mark='')}")


def wrapped_text(asked, answers, width=76):
    typed = {n: "\n".join("\n".join(_wrapped(row, width)) for row in text.split("\n")) for n, text in answers.items()}
    return mail(asked, f"\n{text_head(asked)}\n\n{text_form(asked, typed, mark='', width=width)}")


def _wrapped(row, width):
    return textwrap.wrap(row, width, break_long_words=False, break_on_hyphens=False) or [""]


def joined_text(asked, answers):
    """ "Remove extra line breaks": the empty lines are gone and a question goes on behind the answer before it."""
    rows = [f"{text_head(asked)}"]
    for paragraph in asked.paragraphs:
        before = answers.get(paragraph.number - 1, "") if paragraph.kind == "question" else ""
        if before:
            rows[-1] += f" {paragraph.text}"
        else:
            rows.append(paragraph.text)
        if paragraph.kind == "marker" and answers.get(paragraph.number):
            rows.append(answers[paragraph.number])
    return mail(asked, "\n".join(rows))


def web(asked, answers, *, ordered=False, text=True, prefix="", language="en"):
    """Outlook on the web: the original as siblings behind #divRplyFwdMsg."""
    rows = "<br>".join(f"<b>{name}:</b>&nbsp;{esc(value)}" for name, value in header(asked, language))
    body = html_form(
        asked,
        answers,
        lambda answer: (
            f'<div class="elementToProof" style="font-size: 12pt; color: rgb(0, 0, 0);">{broken(answer)}</div>'
        ),
    )
    if ordered:
        body = _ordered(body, asked)
    page = (
        '<div class="elementToProof"><br></div><div id="appendonsend"></div>'
        '<hr style="display:inline-block;width:98%" tabindex="-1">'
        f'<div id="{prefix}divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" '
        f'color="#000000">{rows}</font><div>&nbsp;</div></div><div class="{prefix}BodyFragment">{body}</div>'
    )
    head = text_head(asked, language, "_" * 32)
    return mail(asked, f"\n{head}\n\n{text_form(asked, answers, mark='')}" if text else None, page)


def _ordered(body, asked):
    """Each numbered question as an item of a list of the program's own, with its number in no text."""
    for question in asked.questions:
        start = "" if question.number == 1 else f' start="{question.number}"'
        bold = f"<b>{esc(f'{question.number}. {question.ask}')}</b>"
        body = body.replace(
            f'<p style="margin:0 0 6px">{bold}</p>', f"<ol{start}><li><b>{esc(question.ask)}</b></li></ol>"
        )
    return body


def phone(asked, typed, *, inside):
    """The phone app: everything typed above, or inside the element of the signature."""
    sign = 'Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a>'
    rows = "".join(f"<div>{esc(row) or '<br>'}</div>" for row in typed.split("\n"))
    above = "" if inside else f'<div dir="ltr">{rows}</div>'
    head = "<br>".join(f"<b>{name}:</b> {esc(value)}" for name, value in header(asked))
    page = (
        f'{above}<div id="ms-outlook-mobile-signature" dir="ltr" class="ms-outlook-ios-signature">'
        f"{rows if inside else ''}<div><br></div>{sign}</div>"
        '<div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message">'
        '<hr style="display: inline-block; width: 98%;"><div id="divRplyFwdMsg" dir="ltr">'
        f"{head}</div><br>{html_form(asked, {}, str)}</div>"
    )
    text = f"{typed}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n{text_head(asked, rule='_' * 32)}\n\n"
    return mail(asked, text + text_form(asked, {}, mark=""), page)


def mac(asked, answers):
    """Outlook 2011: one element around the quote, and the answers in it."""
    body = html_form(asked, answers, lambda text: f"<div><br></div><div>{broken(text)}</div><div><br></div>")
    rows = "".join(f'<span style="font-weight:bold">{name}: </span> {esc(value)}<br>' for name, value in header(asked))
    page = (
        '<html><head></head><body style="word-wrap: break-word;"><div><br></div><span id="OLK_SRC_BODY_SECTION">'
        '<div style="font-family:Calibri; font-size:11pt; BORDER-TOP: #b5c4df 1pt solid;">'
        f"{rows}</div><div><br></div><div>{body}</div></span></body></html>"
    )
    head = "\n".join(f"{name}:  {value}" for name, value in header(asked))
    return mail(asked, f"\n\n{head}\n\n{text_form(asked, answers, mark='')}", page)
