"""The line above a quote in many languages: cut, whether the parent is known or not."""

from __future__ import annotations

import pytest

from tests.reading.modes.conversations import ADDRESS, PARENTS, SAID, quoted, said, said_in_html
from tests.reading.modes.mails import broken, esc

MENTOR = "Your mentor"
LINES = {
    "english": "On Mon, 2 Nov 2026 at 10:11, {} <{}> wrote:",
    "english, american": "On Mon, Nov 2, 2026 at 10:11\u202fAM {} <{}> wrote:",
    "english, Apple": "On 2 Nov 2026, at 10:11, {} <{}> wrote:",
    "english, verb first": "{} <{}> wrote on 02/11/2026 10:11:",
    "german": "Am Mo., 2. Nov. 2026 um 10:11 Uhr schrieb {} <{}>:",
    "german, Thunderbird": "Am 02.11.26 um 10:11 schrieb {} <{}>:",
    "german, other order": "{} <{}> schrieb am Mo., 2. Nov. 2026, 10:11:",
    "french": "Le lun. 2 nov. 2026 à 10:11, {} <{}> a écrit :",
    "spanish": "El lun, 2 nov 2026 a las 10:11, {} (<{}>) escribió:",
    "italian": "Il giorno lun 2 nov 2026 alle ore 10:11 {} <{}> ha scritto:",
    "portuguese": "Em seg., 2 de nov. de 2026 às 10:11, {} <{}> escreveu:",
    "dutch": "Op ma 2 nov 2026 om 10:11 schreef {} <{}>:",
    "swedish": "Den mån 2 nov. 2026 kl 10:11 skrev {} <{}>:",
    "danish": "Den man. 2. nov. 2026 kl. 10.11 skrev {} <{}>:",
    "norwegian": "man. 2. nov. 2026 kl. 10:11 skrev {} <{}>:",
    "finnish": "ma 2. marrask. 2026 klo 10.11 {} ({}) kirjoitti:",
    "polish": "pon., 2 lis 2026 o 10:11 {} <{}> napisał(a):",
    "polish, Thunderbird": "W dniu 02.11.2026 o 10:11, {} <{}> pisze:",
    "czech": "po 2. 11. 2026 v 10:11 odesílatel {} <{}> napsal:",
    "slovak": "po 2. 11. 2026 o 10:11 {} <{}> napísal(a):",
    "hungarian": "{} <{}> ezt írta (időpont: 2026. nov. 2., H, 10:11):",
    "romanian": "În lun., 2 nov. 2026 la 10:11, {} <{}> a scris:",
    "bulgarian": "На пн, 2.11.2026 г. в 10:11 {} <{}> написа:",
    "russian": "пн, 2 нояб. 2026 г. в 10:11, {} <{}>:",
    "russian, other order": "02.11.2026 10:11 пользователь {} <{}> написал:",
    "ukrainian": "пн, 2 лист. 2026 р. о 10:11 {} <{}> пише:",
    "greek": "Στις Δευ 2 Νοε 2026 στις 10:11 π.μ., ο/η {} <{}> έγραψε:",
    "turkish": "{} <{}>, 2 Kas 2026 Pzt, 10:11 tarihinde şunu yazdı:",
    "chinese": "{} <{}> 于2026年11月2日周一 10:11写道：",
    "chinese, traditional": "{} <{}> 於 2026年11月2日 週一 上午10:11寫道：",
    "japanese": "2026年11月2日(月) 10:11 {} <{}>:",
    "korean": "2026년 11월 2일 (월) 오전 10:11, {} <{}>님이 작성:",
    "hebrew": "\u202bבתאריך יום ב׳, 2 בנוב׳ 2026 ב-10:11 מאת \u202a{}\u202c <\u202a{}\u202c>:\u202c",
    "arabic": "في الاثنين، 2 نوفمبر 2026 في 10:11 ص تمت كتابة ما يلي بواسطة {} <{}>:",
    "catalan": "Missatge de {} <{}> del dia dl., 2 de nov. 2026 a les 10:11:",
    "croatian": "pon, 2. stu 2026. u 10:11 {} <{}> napisao je:",
    "vietnamese": "Vào Th 2, 2 thg 11, 2026 vào lúc 10:11 {} <{}> đã viết:",
    "indonesian": "Pada Sen, 2 Nov 2026 pukul 10.11 {} <{}> menulis:",
    "estonian": "Kontakt {} (<{}>) kirjutas kuupäeval E, 2. november 2026 kell 10:11:",
    "lithuanian": "2026-11-02, pr, 10:11 {} <{}> rašė:",
    "no verb": "02.11.2026, 10:11, {} <{}>:",
}


@pytest.mark.parametrize("parent", PARENTS)
@pytest.mark.parametrize("language", LINES)
def test_mode_71_cut_above_the_known_parent(language, parent):
    line, before = LINES[language].format(MENTOR, ADDRESS), PARENTS[parent]
    for words in SAID:
        assert said(f"{words}\n\n{line}\n{quoted(before)}", before) == words
    wrapped = line.replace(" <", "\n<", 1)
    assert said(f"Fine.\n\n{wrapped}\n\n{quoted(before)}", before) == "Fine."
    assert said(f"{line}\n{quoted(before)}\n\nFine.", before) == "Fine."
    assert said(f"Fine.\n\n{line}\n\n{before}", before) == "Fine."


@pytest.mark.parametrize("language", LINES)
def test_mode_71_cut_above_a_quote_of_unknown_words(language):
    line = LINES[language].format(MENTOR, ADDRESS)
    for words in SAID:
        assert said(f"{words}\n\n{line}\n> whatever stood\n> there before") == words
        page = f"<div>{broken(words)}</div><br><div>{esc(line)}</div><blockquote>whatever stood there</blockquote>"
        assert said_in_html(page) == words


HEADS = {
    "english": ("From", "Sent", "To", "Subject"),
    "german": ("Von", "Gesendet", "An", "Betreff"),
    "french": ("De", "Envoyé", "À", "Objet"),
    "spanish": ("De", "Enviado", "Para", "Asunto"),
    "italian": ("Da", "Inviato", "A", "Oggetto"),
    "dutch": ("Van", "Verzonden", "Aan", "Onderwerp"),
    "swedish": ("Från", "Skickat", "Till", "Ämne"),
    "danish": ("Fra", "Sendt", "Til", "Emne"),
    "polish": ("Od", "Wysłano", "Do", "Temat"),
    "portuguese": ("De", "Enviada em", "Para", "Assunto"),
    "czech": ("Od", "Odesláno", "Komu", "Předmět"),
    "finnish": ("Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"),
    "russian": ("От", "Отправлено", "Кому", "Тема"),
    "chinese": ("发件人", "发送时间", "收件人", "主题"),
    "greek": ("Από", "Στάλθηκε", "Προς", "Θέμα"),
}


@pytest.mark.parametrize("parent", PARENTS)
@pytest.mark.parametrize("language", HEADS)
def test_mode_71_cut_above_header_lines(language, parent):
    values = (f"{MENTOR} <{ADDRESS}>", "02 November 2026 10:11", "Noor Quillon", "Re: the rota")
    block = "\n".join(f"{name}: {value}" for name, value in zip(HEADS[language], values, strict=True))
    before = PARENTS[parent]
    for rule in ("", "_" * 32 + "\n", "-----Original Message-----\n"):
        assert said(f"Fine.\n\nSee you.\n\n{rule}{block}\n\n{before}", before) == "Fine.\n\nSee you."
