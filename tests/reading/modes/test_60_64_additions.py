"""What servers, phones and habits add: banners, rewritten links, disclaimers, footers, signatures."""

from __future__ import annotations

import email

import pytest

from mailbot.message.body_text import read_bodies
from mailbot.reading.references import spare_reference
from tests.reading.modes import apple, elsewhere, gmail, outlook
from tests.reading.modes.answers import answers
from tests.reading.modes.check import exact_or_asked, recovered
from tests.reading.modes.mails import WRITER, esc, html_form, mail, numbered, text_form
from tests.reading.modes.questionnaires import FORMS, LINK, asked

BANNERS = (
    "[EXTERNAL EMAIL] DO NOT CLICK links or attachments unless you recognise the sender and know the content is safe",
    "CAUTION: This email originated from outside of the organisation. Do not click links or open attachments.",
    "This message originated from outside your organization",
    "You don't often get email from mentoring@example.org. Learn why this is important",
    "ACHTUNG: Diese E-Mail stammt von einem externen Absender. Bitte keine Links oder Anhänge öffnen.",
    "ATTENTION : Ce courriel provient de l'extérieur de l'organisation. Ne cliquez pas sur les liens.",
    "EXTERNE E-MAIL: open geen bijlagen en klik niet op links van onbekende afzenders.",
    "Dieses E-Mail kommt von einem Absender ausserhalb der Organisation.",
)
DISCLAIMERS = (
    (
        "This message may contain confidential information. If you are not the intended recipient please inform the "
        "sender that you have received the message in error before deleting it."
    ),
    "The information in this email is confidential and may be legally privileged.",
    "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie.",
    "Ce message est confidentiel. Si vous n'êtes pas le destinataire, merci de le détruire.",
    "Please consider the environment before printing this email.",
    "Este mensaje es confidencial y puede contener información privilegiada.",
)


@pytest.mark.parametrize("banner", BANNERS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_60_a_banner_above_the_form_is_no_answer(form, banner):
    one = asked(form)
    typed = {**answers(one, "plain"), 1: ""}
    recovered(one, mail(one, f"{outlook.text_head(one)}\n\n{banner}\n\n{text_form(one, typed, mark='')}"), typed)
    recovered(one, mail(one, f"> {banner}\n>\n{text_form(one, typed)}"), typed)
    box = f'<table bgcolor="#FFEB9C"><tr><td><b>{esc(banner)}</b></td></tr></table>'
    page = html_form(one, typed, lambda text: f"<p>{esc(text)}</p>".replace("\n", "<br>"))
    recovered(one, mail(one, None, outlook.word(one, box + page)), typed)


@pytest.mark.parametrize("disclaimer", DISCLAIMERS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_60_a_disclaimer_below_the_form_is_no_answer(form, disclaimer):
    one = asked(form)
    typed = answers(one, "plain")
    recovered(one, mail(one, f"{text_form(one, typed)}\n\n{disclaimer}\n"), typed)
    recovered(one, mail(one, f"{text_form(one, {**typed, len(typed): ''})}\n\n{'_' * 32}\n{disclaimer}\n"),
              {**typed, len(typed): ""})  # fmt: skip


REWRITTEN = {
    "safelinks": "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmentoring.example.org%2Fhelp&data="
    "05%7C02%7C&sdata=abc%3D&reserved=0",
    "proofpoint": "https://urldefense.com/v3/__https://mentoring.example.org/help__;!!Abc123!xyz$",
    "mimecast": "https://protect-eu.mimecast.com/s/AbCdEfGh12345?domain=mentoring.example.org",
    "barracuda": "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fmentoring.example.org&c=E,1,abc",
}


@pytest.mark.parametrize("link", REWRITTEN)
@pytest.mark.parametrize("form", ["german-link", "greek-link", "made-up-1-link", "made-up-3-link"])
def test_mode_60_rewritten_links_in_the_form(form, link):
    one = asked(form)
    typed = answers(one, "plain")
    new = REWRITTEN[link]
    recovered(one, mail(one, text_form(one, typed).replace(LINK, new)), typed)
    recovered(one, mail(one, text_form(one, typed).replace(LINK, f"{LINK}<{new}>")), typed)
    body = html_form(one, typed, lambda text: f"</blockquote><div>{text}</div>{gmail.QUOTE}".replace("\n", "<br>"))
    body = body.replace(esc(LINK), f'<a href="{esc(new)}">{esc(LINK)}</a>')
    recovered(one, mail(one, None, gmail.quoted(one, body)), typed)


@pytest.mark.parametrize("link", REWRITTEN)
@pytest.mark.parametrize("form", FORMS)
def test_mode_60_addresses_written_out_and_the_reference_stays(form, link):
    one = asked(form)
    typed = answers(one, "plain")
    text = text_form(one, typed).replace(
        "coordinator@example.org", "coordinator@example.org<mailto:coordinator@example.org>"
    )
    raw = mail(one, f"[EXTERNAL]\n\n{text}\n\n{DISCLAIMERS[0]}\n{REWRITTEN[link]}\n")
    exact_or_asked(one, raw, typed)
    assert spare_reference(read_bodies(email.message_from_bytes(raw)), "") == one.sheet.reference


FOOTERS = (
    (
        "_______________________________________________\nstaff mailing list\nstaff@lists.example.net\n"
        "https://lists.example.net/mailman/listinfo/staff"
    ),
    "--\nYou received this message because you are subscribed to the group.\nTo unsubscribe send an email to x@y.test",
    "This email has been checked for viruses by Avast antivirus software.\nwww.avast.com",
    "Virus-free.www.avast.com",
    "Diese E-Mail wurde von Avast-Antivirussoftware auf Viren geprüft.\nwww.avast.com",
    "Scanned by MailScanner and believed to be clean. This message has been scanned for viruses.",
    "Riverside Hospitals NHS Trust. Registered office: 1 High Street. Registered charity 1234567.",
)


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_61_a_footer_is_no_part_of_the_last_answer(form, footer):
    one = asked(form)
    typed = answers(one, "plain")
    last = len(one.questions)
    recovered(one, mail(one, f"{text_form(one, typed)}\n\n{footer}\n"), typed)
    cut = text_form(one, typed).split(f"> {one.paragraphs[-5].rows[0]}")[0]
    for text in (f"{cut}\n{footer}\n", f"{numbered(typed, join=chr(10) * 2)}\n\n{footer}\n"):
        reading = exact_or_asked(one, mail(one, text), typed, most=2)
        assert footer.split("\n")[0] not in reading.answers[last - 1].text or reading.answers[last - 1].evidence


DEVICES = (
    "Sent from my iPhone", "Sent from my iPad", "Get Outlook for Android", "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Sent from my Huawei phone", "Sent from Mail for Windows", "Sent from Outlook for iOS", "Sent via BlackBerry",
    "Von meinem iPhone gesendet", "Von meinem iPad gesendet", "Gesendet von Outlook für Android",
    "Gesendet mit der GMX Mail App", "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "Envoyé de mon iPhone", "Envoyé depuis l'application Mail pour Windows", "Télécharger Outlook pour Android",
    "Obtenez Outlook pour iOS", "Outlook für Android herunterladen", "Holen Sie sich Outlook für iOS",
    "Enviado desde mi iPhone", "Inviato da iPhone", "Verstuurd vanaf mijn iPhone", "Skickat från min iPhone",
    "Sendt fra min iPhone", "Wysłane z iPhone'a", "Отправлено с iPhone", "Enviado do meu iPhone",
    "Lähetetty iPhonesta", "Odesláno z iPhonu", "iPhone'umdan gönderildi", "iPhoneから送信", "发自我的iPhone",
    "Στάλθηκε από το iPhone μου", "Sent from Proton Mail mobile", "Sent from Yahoo Mail on Android",
)  # fmt: skip


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("form", FORMS[:5])
def test_mode_62_the_line_of_a_device_goes(form, device):
    one = asked(form)
    typed = {**answers(one, "plain"), 1: ""}
    recovered(one, apple.phone(one, typed, device=device), typed)
    every = {n: text.replace("\n", "; ") for n, text in answers(one, "plain").items()}
    rows = numbered(every, join="\n\n")
    recovered(one, mail(one, f"{rows}\n\n{device}\n\n{outlook.text_head(one)}\n\n{text_form(one, {}, mark='')}"), every)
    recovered(one, mail(one, f"{rows}\n\n{device}\n"), every)


SENTENCES = (
    "Sent from my desk, two posters and a paper",
    "Sent from my ward to theatre, which was good",
    "I sent my CV from my phone",
    "Get Outlook for the whole team",
    "Von meinem Chef gesendet, ein Lob",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("form", FORMS)
def test_mode_62_a_sentence_like_it_is_kept(form, sentence):
    one = asked(form)
    words = [q.number for q in one.questions if q.kind.value in ("text", "goal")]
    typed = {**answers(one, "plain"), words[0]: sentence, words[-1]: sentence}
    for client in (gmail.split, outlook.text_mail, elsewhere.yahoo, outlook.coloured):
        recovered(one, client(one, typed), typed)


CARDS = (
    f"{WRITER}\nCore surgical trainee\nTel. 0191 498 0001",
    f"Kind regards,\n\n{WRITER}\nCore surgical trainee | Ward 7 | Riverside Hospitals NHS Trust\n+44 191 498 0001",
    f"Best wishes\nNoor\n\n{WRITER}, MBBS MRCS\nST4 General Surgery\nBleep 4711\nwww.riverside.example.net",
    f"Mit freundlichen Grüßen\n{WRITER}\nAssistenzärztin\nTelefon: 0561 98000\nnoor.quillon@example.net",
    "NQ",
    "Noor",
    "Thanks,\nNoor",
    f"{WRITER}\n[cid:image001.png@01DB5F3A.7C2E4B10]\nCore trainee\nM: 07700 900123\nE: noor.quillon@example.net",
)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_63_a_signature_under_a_list_or_under_the_form_is_no_answer(form, card):
    one = asked(form)
    typed = {n: text.replace("\n", "; ") for n, text in answers(one, "plain").items()}
    rows = numbered(typed, join="\n\n")
    recovered(one, gmail.above(one, f"{rows}\n\n{card}"), typed)
    recovered(one, mail(one, f"{rows}\n\n{card}\n\n{outlook.text_head(one)}\n\n{text_form(one, {}, mark='')}"), typed)
    recovered(one, mail(one, f"{text_form(one, typed)}\n\n{card}\n"), typed)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_63_a_signature_above_inline_answers_is_no_answer(form, card):
    one = asked(form)
    typed = {**answers(one, "plain"), 1: ""}
    raw = mail(one, f"Answers below\n\n{card}\n\n{gmail.text_head(one)}{text_form(one, typed)}")
    exact_or_asked(one, raw, typed, most=1)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_64_signed_in_the_place_of_the_last_answer(form, card):
    one = asked(form)
    last = len(one.questions)
    typed = answers(one, "plain")
    for client in (outlook.text_mail, gmail.split, outlook.coloured):
        raw = client(one, {**typed, last: f"{typed[last]}\n\n{card}"})
        exact_or_asked(one, raw, typed, most=1)
