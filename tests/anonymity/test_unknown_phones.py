from __future__ import annotations

import pytest

from mailbot.anonymity.unknown import unknown_in

PHONES = [
    ("phone", "My mobile is 07700 900 982, call any time."),
    ("phone", "mob 07700900982"),
    ("phone", "mob:07700900982"),
    ("phone", "Mob. 07700-900-982"),
    ("phone", "07700900982."),
    ("phone", "(+44)7700900982"),
    ("phone", "+44(0)7700900982"),
    ("phone", "+44 7700900982"),
    ("phone", "+447700 900982"),
    ("phone", "0044(0)7700 900982"),
    ("phone", "00447700900982"),
    ("phone", "44-7700-900982"),
    ("phone", "tel07700900982"),
    ("phone", "ring 0207 946 0982"),
    ("phone", "ring 02079460982"),
    ("phone", "020-7946-0982"),
    ("phone", "(020) 7946 0982"),
    ("phone", "(0)20 7946 0982"),
    ("phone", "+44.20.7946.0982"),
    ("phone", "0161 496 0982 ext. 12"),
    ("phone", "0161 4960982"),
    ("phone", "01614960982"),
    ("phone", "my landline: 01632 960 982"),
    ("phone", "01632-960982"),
    ("phone", "028 9018 0982"),
    ("phone", "0800 157 0123"),
    ("phone", "0870 123 4567"),
    ("phone", "07 7 0 0 9 0 0 9 8 2"),
    ("phone", "0-7-7-0-0-9-0-0-9-8-2"),
    ("phone", "0 7700 900982"),
    ("phone", "07700 9 0 0 9 8 2"),
    ("phone", "zero seven seven zero zero nine zero zero nine eight two"),
    ("phone", "oh double seven double oh nine double oh nine eight two"),
    ("phone", "O77OO 9OO982"),
    ("phone", "o7700 9oo 982"),
    ("phone", "o77oo9oo982"),
    ("phone", "07700,900,982"),
    ("phone", "07700 (900) 982"),
    ("phone", "07700~900~982"),
    ("phone", "0.7.7.0.0.9.0.0.9.8.2"),
    ("phone", "my number: 7700 900982"),
    ("phone", "my number is 7700900982"),
    ("phone", "7700 900 982 is my mobile"),
    ("phone", "text me, 07700 900982, or whatever"),
    ("phone", "ext 4432"),
    ("phone", "Ext.4432"),
    ("phone", "x4432"),
    ("phone", "ext: 44321"),
    ("phone", "extension number 4432"),
    ("phone", "internal 4432"),
    ("phone", "on x4432"),
    ("phone", "my extension is 4432"),
    ("phone", "call me on 4432"),
    ("phone", "ring me on 24432 "),
    ("phone", "bleep 1234"),
    ("phone", "bleep: 1234"),
    ("phone", "Bleep no 0123"),
    ("phone", "bleep 123"),
    ("phone", "my bleep (1234)"),
    ("phone", "bleep me: 1234"),
    ("phone", "bleep me any time on 1234"),
    ("phone", "bleep = 1234"),
    ("phone", "bleep - 1234"),
    ("phone", "I'm on bleep 1234"),
    ("phone", "bleep 1234/5678"),
    ("phone", "bleeps 1234 and 5678"),
    ("phone", "pager 1234"),
    ("phone", "pager number: 12345"),
    ("phone", "page me on 1234"),
    ("phone", "via switchboard, 1234"),
    ("phone", "air call 1234"),
    ("phone", "aircall 1234"),
    ("phone", "baton phone 4432"),
    ("phone", "vocera 12345"),
    ("phone", "call 07700 900982 or 07700 900983"),
    ("phone", "WhatsApp: +44 7700 900982"),
    ("phone", "WhatsApp me on 07700900982"),
    ("phone", "fax 0161 496 0982"),
    ("phone", "+353 1 234 5678"),
    ("phone", "+1 415 555 0132"),
    ("phone", "+1-415-555-0132"),
    ("phone", "001 415 555 0132"),
    ("phone", "+91-98765-43210"),
    ("phone", "+91 9876543210"),
    ("phone", "09876543210"),
    ("phone", "call me on 9876543210"),
    ("phone", "+65 6123 4567"),
    ("phone", "my Singapore number is 6123 4567"),
    ("phone", "+971 50 123 4567"),
    ("phone", "+20 100 123 4567"),
    ("phone", "+234 (0)803 123 4567"),
    ("phone", "tel:+447700900982"),
    ("phone", "sms:07700900982"),
    ("phone", '<a href="tel:+447700900982">'),
    ("phone", "call me on 07700 nine hundred 982"),
    ("phone", "0 double 7 00 900 982"),
    ("phone", "My number's 07700 900982"),
    ("phone", "T 0161 496 0982 F 0161 496 0983"),
    ("phone", "0161 496 0982/3"),
    ("phone", "07700 90 09 82"),
    ("phone", "0770 0900 982"),
    ("phone", "077 0090 0982"),
    ("phone", "07 700 900 982"),
    ("phone", "٠٧٧٠٠ ٩٠٠٩٨٢"),
    ("phone", "０７７００９００９８２"),
    ("phone", "𝟎𝟕𝟕𝟎𝟎 𝟗𝟎𝟎𝟗𝟖𝟐"),
    ("phone", "0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣9️⃣8️⃣2️⃣"),
    ("phone", "⓪⑦⑦⓪⓪ ⑨⓪⓪⑨⑧②"),
    ("phone", "phone 496 0982"),
    ("phone", "my home number is 960982"),
    ("phone", "Call 960 982"),
    ("phone", "landline 7946 0982"),
    ("phone", "ring me at home on 7946 0982"),
]


def kinds(text):
    return {found.kind for found in unknown_in(text, ())}


@pytest.mark.parametrize(("kind", "text"), PHONES)
def test_a_telephone_number_is_seen(kind, text):
    assert kinds(text) == {kind}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring +44 (0)7700 900123, please", "+44 (0)7700 900123"),
        ("Ring (01632) 960123.", "(01632) 960123"),
        ("07700 900123 and 07700 900456", "07700 900123"),
        ("bed 4 07700 900123 2 times", "07700 900123"),
        ("on +353 86 123 4567 2024", "+353 86 123 4567"),
        ("bleep 1234 or 5678, I said", "1234 or 5678"),
        (
            "say oh seven seven double oh nine double oh one two three to me",
            "oh seven seven double oh nine double oh one two three",
        ),
        (
            "triple oh seven, nine hundred, one two three, double four",
            "oh seven, nine hundred, one two three, double four",
        ),
    ],
)
def test_the_whole_number_and_nothing_else_is_marked(text, number):
    found = unknown_in(text, ())[0]
    assert text[found.start : found.end] == number


def test_a_plus_sign_before_nothing_that_can_be_called_is_none():
    assert unknown_in("+00 1234567 and + 999 123 456 789 and +12345678901234", ()) == ()
