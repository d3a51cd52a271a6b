"""Signatures, phones' lines, cards and footers go; what says something stays."""

from __future__ import annotations

import pytest

from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from mailbot.reading.posts import new_words

TEXT = "The audit is done and I have sent it in."
QUOTE = "On 02/03/2026 09:12, Your mentor wrote:\n> How is it?"


def said(text):
    return new_words(Bodies(plain=tuple(plain_lines(text))), writer_names=("Zoë Müller",))


SIGNATURES = [
    "-- \nZoë Müller\nCore trainee",
    "--\nZoë\n0191 498 0000",
    "---\nZoë",
    "Best regards\nZoë Müller\nCore trainee",
    "Best regards,\n\nZoë",
    "Kind regards,\nZoë Müller\nCore trainee in general surgery at the royal infirmary\nTel: 0191 498 0000",
    "Viele Grüße\nZoë",
    "Cordialement,\nZoë Müller",
    "С уважением,\nЗоя",
    "此致\n敬礼",
    "Thanks,\nZoë",
    "Regards, Zoë",
    "Many thanks, Zoë Müller",
    "Best regards",
    "Zoë",
    "ZM",
    "-Zoë",
    "— Zoë Müller",
    "Sent from my iPhone",
    "Sent from Samsung Mobile on O2",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Envoyé de mon iPhone",
    "Get Outlook for Android",
    "Sent from TypeApp<http://www.typeapp.test/r?b=2621>",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Inviato dal mio Galaxy",
    "Отправлено с iPhone",
    "iPhoneから送信",
    "发自我的iPhone",
    "Zoë\nSent from my iPhone",
    "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "Envoyé depuis l'application Mail pour Windows",
    "Télécharger Outlook pour Android",
    "Obtenez Outlook pour iOS",
    "Outlook für Android herunterladen",
    "Holen Sie sich Outlook für iOS",
    "Sendt fra min iPhone",
    "Wysłane z iPhone'a",
    "Enviado do meu iPhone",
    "Lähetetty iPhonesta",
    "Odesláno z iPhonu",
    "iPhone'umdan gönderildi",
    "Στάλθηκε από το iPhone μου",
    "나의 iPhone에서 보냄",
    "iOS版Outlookを入手",
    "Zoë Müller\nzoe@corp.test\n+44 191 498 0000\nwww.corp.test",
    "This email is confidential and may be read by the intended recipient only. Delete it if you are not that person.",
    "Best regards\nZoë\n\nThis email is confidential.\nRegistered charity 12",
    "_______________________________________________\nSurgery mailing list\nsurgery@lists.test\nhttps://lists.test/surgery",
]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_the_signature_goes(signature):
    assert said(f"{TEXT}\n\n{signature}") == TEXT
    assert said(f"{TEXT}\n\n{signature}\n\n{QUOTE}") == TEXT
    assert said(f"{QUOTE}\n\n{TEXT}\n\n{signature}") == TEXT
    assert said(f"{TEXT}\n\n{QUOTE}\n\n{signature}") == TEXT


NOTICE = "The contents are meant for the addressee and nobody else. Whoever is not must delete them at once."


@pytest.mark.parametrize(
    "signature", ["-Roman", "Thanks\nRoman", "Thanks, Roman", "Cheers\nJan de Vries", "Best\nkthx"]
)
def test_a_name_is_taken_for_one_where_the_writers_is_not_known(signature):
    assert new_words(Bodies(plain=tuple(plain_lines(f"{TEXT}\n\n{signature}")))) == TEXT


def test_below_the_standard_delimiter_anything_goes_that_nobody_says():
    assert said(f"{TEXT}\n-- \nWard 7\n\n{NOTICE}") == TEXT
    assert said(f"-- \nWard 7\n\n{NOTICE}") == f"-- \nWard 7\n\n{NOTICE}".replace("-- ", "--")
    for words in ("I will come on Monday and bring the papers.", "Which of the papers shall be brought on Monday?"):
        assert said(f"{TEXT}\n-- \nWard 7\n\n{words}") == f"{TEXT}\n--\nWard 7\n\n{words}"


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (f"{TEXT}\nBest regards\nZoë", TEXT),
        (f"{TEXT}\n\nThanks", f"{TEXT}\n\nThanks"),
        (f"{TEXT}\n\nCheers!", f"{TEXT}\n\nCheers!"),
        (f"{TEXT}\n\nThanks\nZoë\n\nPS: Will you come too?", f"{TEXT}\n\nThanks\n\nPS: Will you come too?"),
        ("Zoë\n\nSent from my iPhone", "Zoë"),
        ("Sent from my iPhone", ""),
        ("Thanks\nZoë", "Thanks"),
        ("Best regards\nZoë", "Best regards"),
        ("Regards\n\nAnd so on, as they say.\n\nRegards\nZoë", "Regards\n\nAnd so on, as they say."),
        (f"{TEXT}\n\nThis email is confidential.", TEXT),
        (f"{TEXT}\n\nRegards\n" + "\n".join(["line"] * 16), f"{TEXT}\n\nRegards\n" + "\n".join(["line"] * 16)),
        (f"{TEXT}\n\nPlease keep this confidential.", f"{TEXT}\n\nPlease keep this confidential."),
        (f"{TEXT}\n\nThat message was confidential, I think.", f"{TEXT}\n\nThat message was confidential, I think."),
        (f"{TEXT}\n\nI sent it from my iPhone, sorry", f"{TEXT}\n\nI sent it from my iPhone, sorry"),
        (f"{TEXT}\n\nGet Outlook for the whole team", f"{TEXT}\n\nGet Outlook for the whole team"),
        (f"{TEXT}\n\nMy iPhone is gone", f"{TEXT}\n\nMy iPhone is gone"),
        ("This is confidential, please.", "This is confidential, please."),
    ],
)
def test_what_stays(text, new):
    assert said(text) == new


def test_the_writers_own_name_takes_the_lines_below_it_along():
    own = ("Marguerite Delacroix",)
    for card in ("Quayside Hospital", "Bleep 4471", "Mobile 07700 900461\nConsultant"):
        lines = plain_lines(f"The exam is in May.\n\nMarguerite Delacroix\n{card}\n")
        assert new_words(Bodies(plain=tuple(lines)), writer_names=own) == "The exam is in May."
    said = "The exam is in May.\n\nMarguerite Delacroix\nasked me the same"
    assert new_words(Bodies(plain=tuple(plain_lines(said))), writer_names=own) == said
