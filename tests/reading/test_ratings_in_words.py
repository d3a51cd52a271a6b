"""More of the value that an answer states, and when none is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.model.form import QuestionKind
from mailbot.reading.ratings import value_of
from tests.reading import forms

SCALE = forms.question(1, QuestionKind.SCALE, "How satisfied are you with it all?", labels=forms.SATISFACTION)
BALANCE = forms.question(1, QuestionKind.SCALE, "How is the balance of it all now?", labels=forms.BALANCE)
GERMAN = forms.question(
    1, QuestionKind.SCALE, "Wie war es in der Zeit?", labels=("gar nicht", "schlecht", "geht so", "gut", "sehr gut")
)
BARE = forms.question(1, QuestionKind.SCALE, "How satisfied are you with it all?", "(1 is low, 7 is high)")
OPEN = forms.question(1, QuestionKind.SCALE, "How satisfied are you with it all?")
CHOICE = forms.question(1, QuestionKind.CHOICE, "Where would you like to work?", options=("Theatre", "Ward", "On call"))
PLACES = forms.question(
    1,
    QuestionKind.CHOICE,
    "Wo arbeitest du gerade?",
    options=("im Betrieb", "in der Werkstatt", "in der Berufsschule"),
)
DAYS = forms.question(1, QuestionKind.CHOICE, "How many days?", options=("1 to 2 days", "3 to 4 days", "5 days"))
CHILDREN = forms.question(1, QuestionKind.CHOICE, "How many children do you have?", options=("0", "1", "2", "3"))
ARTICLES = forms.question(1, QuestionKind.CHOICE, "Which of them is it?", options=("the", "the one", "in it"))
YES_NO = forms.question(1, QuestionKind.YES_NO, "Have you met your supervisor?")

STATED = (
    (SCALE, 4, "4|4!|4.|*4*|(4)|“4”|4/5|4 / 5|4 out of 5|4 of 5|4 von 5|4 sur 5|4 / 5 stars|04"),
    (SCALE, 4, "four|Vier|quatre|cuatro|quattro|cztery|Vier, wie immer|four out of five|four!"),
    (SCALE, 4, "④|❹|4\ufe0f\u20e3|٤|۴|４"),
    (SCALE, 4, "4 - good|4 – good|4: fine|4 = satisfied|4 satisfied|4-satisfied|4 (good)|4, mostly|4 = good"),
    (SCALE, 4, "satisfied|Satisfied|SATISFIED!|satisfied (4)|Satisfied - 4|satisfied, on the whole"),
    (SCALE, 4, "satisfied because the team is good|satisfied\nwith all of it"),
    (SCALE, 4, "4\nbecause of the rota|4 because of the nights|4, but it was higher last month|4 on the whole"),
    (
        SCALE,
        4,
        "4 (since 3 lists were cancelled)|4, not 3|4 not 3|4 again|4 overall|4 weil es gut ist|4 👍",
    ),
    (SCALE, 4, "I'd say 4|I would say 4|I’d say a solid 4|a solid 4|still 4|rating: 4|my answer is 4|eine 4|une 4"),
    (SCALE, 4, "ich würde sagen 4|about 4|~4|- 4|4ish|4-ish|4 stars"),
    (SCALE, 4, "1 2 3 [4] 5|1 2 3 *4* 5|1 - 2 - 3 - (4) - 5|1 [ ] 2 [ ] 3 [ ] 4 [x] 5 [ ]|4 [x]|[x] 4"),
    (SCALE, 4, "[ ] 1 [ ] 2 [ ] 3 [x] 4 [ ] 5|[ ] 1\n[ ] 2\n[ ] 3\n[✓] 4\n[ ] 5|☐ 1 ☐ 2 ☐ 3 ☑ 4 ☐ 5"),
    (SCALE, 4, "Answer: 4|A: 4|ZM: 4|Ans. 4|-> 4|=> ④|--> 4|<4.>|[4]|my answer: 4|1: 4|Q1: 4"),
    (SCALE, 4, "1. 4|1. satisfied|5 (4) 3 2 1|[ ][ ][ ][x][ ]|4 [ ]"),
    (SCALE, 5, "very satisfied|Very satisfied.|5 (excellent)|1 [ ] 2 [ ] 3 [ ] 4 [ ] 5 [x]"),
    (SCALE, 3, "probably a 3|3 - it depends on the month|neither|It's a 3|3 (it depends)"),
    (SCALE, 2, "2 (too many meetings)|unsatisfied"),
    (SCALE, 1, "one|eins|1 [x] 2 [ ] 3 [ ] 4 [ ] 5 [ ]"),
    (BALANCE, 4, "good|Good, since May|good because|4 - good food and fair rota|good: 3 nights only"),
    (BALANCE, 5, "very good|very good!"),
    (BALANCE, 3, "fair - could be better|fair: 3"),
    (GERMAN, 3, "geht so, kommt auf die Woche an|geht so|geht"),
    (GERMAN, 1, "gar nicht|Gar nicht, leider"),
    (GERMAN, 4, "gut, sehr freundlich|gut"),
    (GERMAN, 5, "sehr gut: alles"),
    (BARE, 7, "7|7/7|7 out of 7"),
    (BARE, 6, "6/7"),
    (OPEN, 10, "10|ten"),
    (CHOICE, 2, "ward|2|2. Ward|2) Ward|2 - ward|the ward|on the ward|Ward, please|ward - always|(2)"),
    (CHOICE, 3, "On call!|on call, mostly|3"),
    (CHOICE, 1, "theatre|Theatre because"),
    (PLACES, 2, "in der Werkstatt, fast immer|Werkstatt|die Werkstatt|2"),
    (PLACES, 3, "3 (in der Berufsschule)|Berufsschule"),
    (PLACES, 1, "Betrieb|im Betrieb"),
    (DAYS, 2, "3 to 4 days|3 to 4"),
    (DAYS, 3, "5 days"),
    (CHILDREN, 1, "0"),
    (ARTICLES, 1, "the"),
    (
        YES_NO,
        1,
        "yes|Yes, twice|Ja.|y|Yes I did|yes we met|Yes but rarely|oui|Sí|sì|tak|Ja, aber selten|well, yes|YES!!",
    ),
    (YES_NO, 1, "yes - weekly|Ja natürlich|yes 3 times|[x] yes [ ] no|R: yes|Answer: yes|1. yes|yes [x] no [ ]"),
    (YES_NO, 0, "no|No - not yet|No.|nein|Nein, noch nicht|non|nie|No I have not|unfortunately no|nee|No, thank you"),
    (YES_NO, 0, "No not yet|nope|leider nein|[ ] yes [x] no"),
)
DOUBTED = (
    (
        SCALE,
        "5/7|6/5|8/10|5 out of 7|3/4|1/2|3 1/2|0|6|45|4 years|4th|4x|2 of my lists|1 consultant left|4 of my 5 lists",
    ),
    (
        SCALE,
        "3-4|3 - 4|3~4|3 or 4|three or 4|four or five|3, 4|3. 4|between 3 and 4|3 to 4|3 bis 4|4 -> 3|4 → 3|2 4|2\n3",
    ),
    (SCALE, "4.5|4,5|4½|½|4.5 stars|4 and a half|40%|4%|++|4+|4-|-4|4?|satisfied?|5 5 4|2-3 times|4-year plan"),
    (
        SCALE,
        "4 but 3 for the second month|4 now, 3 before|was 4, now 3|maybe 3, maybe 4|4 - 3 nights were bad|4, or 2.5",
    ),
    (
        SCALE,
        "not 4|not satisfied|more than 4|at least 4 I hope|fairly satisfied|very|good|same as last month|four weeks",
    ),
    (SCALE, "4 - very unsatisfied|4=very satisfied|satisfied/very satisfied|satisfied, unsatisfied|satisfied - 3"),
    (
        SCALE,
        (
            "1 = very unsatisfied, 4 = satisfied|1 2 3 4 5|1 [x] 2 [x] 3 [ ]|[ ][x][ ]|[x][x][ ][ ][ ]|1. because"
            "|one of my colleagues said so"
        ),
    ),
    (SCALE, "|-|n/a|.|?|👍|a|the one|" + "so " * 20 + "4"),
    (
        BALANCE,
        "good food|good: 3|team: 4, pay: 2|quite good|good, but last month was poor|very|not good|good/fair|not bad",
    ),
    (GERMAN, "nicht gut|gut bis sehr gut"),
    (BARE, "8|6/5"),
    (OPEN, "11"),
    (CHOICE, "4|ward or theatre|2 - Theatre|2 wards|theatre/ward|on|neither|no|the"),
    (PLACES, "in der|Schule"),
    (DAYS, "3|2|1"),
    (CHILDREN, "1|2|3|4"),
    (
        YES_NO,
        "no idea|yes and no|yes, but no|not yet|perhaps|1||not really|n/a|yes/no|yes or no|no one told me|no problem",
    ),
    (YES_NO, "si or no|maybe yes|👍|?|yes?|-|ja und nein|[ ] yes [ ] no"),
)


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [(question, value, text) for question, value, texts in STATED for text in texts.split("|")],
)
def test_the_value_that_an_answer_states(question, value, text):
    assert value_of(text, question) == value


@pytest.mark.parametrize(
    ("question", "text"), [(question, text) for question, texts in DOUBTED for text in texts.split("|")]
)
def test_an_answer_that_states_no_one_value(question, text):
    assert value_of(text, question) is None


@given(st.text(max_size=80), st.sampled_from((SCALE, BARE, OPEN, CHOICE, DAYS, YES_NO)))
def test_any_text_gives_a_value_of_the_question_or_none(text, question):
    value = value_of(text, question)
    assert value is None or 0 <= value <= 10


PIECES = [*"12345()-/.,+?\n", "[x]", "[ ]", "or", "satisfied", "very", "not", "four", "half"]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_two_values_are_never_one(words):
    text = " ".join(words)
    value = value_of(text, SCALE)
    if value is not None and "[" not in text and "(" not in text:
        others = {int(word) for word in words if word.isdigit()} - {value}
        assert not others or "not" in words or words.count("/") or "satisfied" in words
