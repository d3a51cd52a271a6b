"""What only looks like a mail program's line, a quote or a signature: a person's own words stay."""

from __future__ import annotations

import pytest

from mailbot.message.html_lines import html_lines
from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from mailbot.reading.posts import new_words
from tests.reading.correspondence import NAME, PARENT, PARENT_TEXT

QUOTE = "\n".join(f"> {row}" for row in PARENT)
WROTE = f"On 02/03/2026 09:12, {NAME} wrote:"


def said(text, parent=""):
    return new_words(Bodies(plain=tuple(plain_lines(text))), parent=parent, writer_names=("Zoë Müller",))


OWN = [
    "On Monday I wrote:\nthe plan is good",
    "On Monday at 10:30 I wrote:\nthe plan is good",
    "On 2 March 2026 at 09:12 I wrote:\nthe plan is good",
    "Am 02.03.2026 um 09:12 schrieb ich:\nalles gut",
    "Le 2 mars 2026 à 09:12 j'ai écrit :\ntout va bien",
    "In her letter of 2 March 2026 she wrote:\nnothing new",
    "My supervisor wrote on 2 March 2026:\nplease hand it in",
    "From: my heart, thanks",
    "From: the ward\nto the theatre",
    "Subject: to change, as ever",
    "To: do\nthe audit",
    "Look here: https://example.org/she-wrote:this\nand there",
    "https://example.org/wrote:\nis the page",
    "This is what the board wrote:\nno",
    "Here is my plan:\n- read\n- write",
    "Date: to be agreed\nPlace: the usual one",
    "The meeting is at 10:30 on 2 March 2026:\nwill you come?",
    "Write to jane@corp.test about it:\nshe knows",
    "I got this on 2/3/2026 09:12 from jane@corp.test and so\non",
    "original message\nis what I meant",
    "1. yes\n2. no\n3. perhaps",
    "- one\n- two",
    "Which day?\n- Monday",
    "Sent from my desk, so no signature today.",
    "Thank you",
    "Best regards",
    "Zoë",
    "I have two questions.\n\nThanks for the course, it was good.",
    "Please write to:\n\nDr Jane Smith\njane@corp.test\n0191 498 0000",
    "Regards, as my father used to say, are free.",
    "--\nis how they wrote a dash. Did you know that it has two forms?",
    "Well\n\n-----\n\nThat is all that I can say about it. It was not easy, was it?",
    "my number is 0191 498 0000",
    "He said: \u201cwrote:\u201d",
    "我写道：\n你好",
    "The course:\nDate: 3 March 2026\nFrom: 10:00\nTo: 11:00",
    "From: Leeds\nTo: London\nDate: 3 March 2026 10:00",
    "Fine.\n\nThanks\nSee you on Monday",
    "Fine.\n\nThanks\nMonday",
    "Fine.\n\nCheers\nlet me know how it goes",
    "Fine.\n\nBest\nof luck with the exam",
    "Fine.\n\nThanks, see you soon",
    "Fine.\n\nThanks, Monday",
    "Fine.\n\nRegards, as ever",
    "Which one?\n-yes",
    "Fine.\n\nThank you\n\nLook here: https://example.org/she-wrote:this\nand there",
    "Fine.\n\nBest\nmy number is 0191 498 0000",
    "Fine.\n\nThanks\nSee you on Monday\nDr Smith <smith@corp.test> can help.",
    "Dr Smith <smith@corp.test> can help.\nhttps://example.org/wrote:\nis the page",
    "My tutor wrote on 2 March 2026:\nhand it in\nWrite to jane@corp.test about it:\nshe knows",
    "He <jane@corp.test> said on 2 March 2026 09:12\nthat all of it is so and here is the whole of my plan:\n- read",
    "I got this on 2/3/2026 from jane@corp.test\nAm 02.03.2026 um 09:12 schrieb ich:\nalles gut",
    "Well\n---\nso it was",
]


@pytest.mark.parametrize("text", OWN)
def test_a_persons_own_words_stay(text):
    assert said(text) == text
    assert said(f"{text}\n\n{WROTE}\n{QUOTE}", PARENT_TEXT) == text
    assert said(f"{WROTE}\n{QUOTE}\n\n{text}", PARENT_TEXT) == text


def test_typed_words_in_front_of_an_attribution_stay():
    assert said(f"fine {WROTE}\n> quote") == "fine"
    assert said(f"fine--- {WROTE}\n> quote") == "fine"
    assert said("I worked On Monday, see\nbelow:\n> quote") == "I worked On Monday, see\nbelow:"


def test_a_persons_own_words_directly_above_a_quote_stay():
    for text in ("You asked:", "As you said on 2 March 2026:", "On Monday I wrote:", "See jane@corp.test for this"):
        assert said(f"{text}\n> quote\nand so on") == f"{text}\n\nand so on"


def test_words_that_repeat_the_parent_stay_above_the_quote():
    assert said(f"{PARENT[2]}\nYes.\n\n{WROTE}\n{QUOTE}", PARENT_TEXT) == f"{PARENT[2]}\nYes."


def test_a_quotation_of_something_else_stays_where_our_message_is_known_and_not_quoted():
    text = "As the poet says:\n\n> Stop all the clocks, cut off the telephone\n\nFine."
    assert said(text, PARENT_TEXT) == text
    assert said(text) == "As the poet says:\n\nFine."
    assert said(f"Fine.\n\n{WROTE}\n> something else", PARENT_TEXT) == "Fine."


def test_links_wrapped_out_of_the_quote_are_no_words():
    links = "> see (https://example.org/a\nb/c=d)\n> and https://example.org/\nrooms?floor=3"
    quote = f"{links}\n> or this\n(http://a.test)\n> end"
    assert said(f"Fine.\n\n{WROTE}\n\n{quote}") == "Fine."
    assert said(f"Fine.\n\n{WROTE}\n\n> What?\nnothing yet\n> end") == "Fine.\n\nnothing yet"


def test_marks_in_the_text_of_a_page():
    page = f"<div>Fine.<br><br>{WROTE}<br>&gt; What?<br>&gt;<br>&gt; &gt; older<br>&gt; end<br></div>"
    assert new_words(Bodies(html=tuple(html_lines(page)[0]))) == "Fine."
    assert new_words(Bodies(html=tuple(html_lines("<div>Fine.<br>&gt; 3 years</div>")[0]))) == "Fine.\n> 3 years"


def test_long_lines_wrapped_out_of_the_quote_are_no_words():
    long = "> How are you getting on with the new rota that began in the spring of l"
    assert said(f"Fine.\n\n{WROTE}\n\n{long}\nast year?\n> end") == "Fine."
    assert said(f"Fine.\n\n{WROTE}\n\n{long}ast year?\nvery well\n> end") == "Fine.\n\nvery well"


def test_an_address_wrapped_before_its_end():
    assert said("Fine.\n\nOn Mon, 2 Mar 2026 at 09:12 Heron <heron@corp.test\n>:\n\n> quote") == "Fine."
    assert said("Fine.\n\nOn Mon, 2 Mar 2026 at 09:12 Heron <\nheron@corp.test\n> wrote:\n\n> quote") == "Fine."
    assert said("I think that 3 < 4\n> and 4 > 3, too\n> so it is") == "I think that 3 < 4"
