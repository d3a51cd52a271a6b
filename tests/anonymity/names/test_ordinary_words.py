"""Names that are also ordinary words go where a name stands, and stay where a word does."""

from __future__ import annotations

import re

import pytest

from mailbot.anonymity.scrub import scrubbed
from tests.anonymity.names.clean_sentences import SENTENCES
from tests.anonymity.people import person

_GIVEN = """
Mark Will May Rose Grace Rich Hope Faith Frank Grant Bill Nick Rob Drew Dean Art Sue April June Victoria Chelsea
Florence Paris Jordan Christian Cherry Olive Violet Iris Dawn Joy Penny Pearl Amber Lance Miles Max Ray Guy Chase Bo
Kim Mo
"""
GIVEN = _GIVEN.split()
_FAMILY = """
Long Young Law Wood Ward Stone Page Case Hand Foot Head Bell Hill Park King Knight Cook Baker Field Green Brown
White Black Day Week Price Best Good Sharp Small Short Strong Power Reason Read Reed Wise West North Summer London
Kent Lincoln Major Bond Lamb Fish Rice Berry Hunt Hunter Fisher Carter Pain Nurse Doctor Love Kind Sweet Bright
Early Little Li Ma Do
"""
FAMILY = _FAMILY.split()
# Ordinary words and their owners all at once: far more than any pair has.
_MANY = """
Mark Will May Rose Long Grace Young Law Rich Wood Hope Faith Frank Grant Bill Nick Rob Drew Dean Art Sue Ward Stone
Page Case Hand Foot Head Bell Hill Park King Knight Cook Baker Field Green Brown White Black Day Week Price Best
Good Sharp Small Short Strong Power Reason Read Reed Wise West North Summer August April June Victoria Chelsea
London Kent Lincoln Florence Paris Jordan Scott Christian Major Bond Marsh Lamb Fish Rice Berry Cherry Olive Violet
Iris Dawn Joy Penny Pearl Amber Lance Miles Max Ray Guy Chance Chase Hunt Hunter Fisher Carter Carver Cutter Bone
Pain Nurse Doctor Love Dear Kind Sweet Bright Early Late Last First Little Major Minor An So Do Go Ho Ma Me He She
To In Can Man Sun Son Ban Bin Pan Fan Tan Win Lee Low Lo My You Wang Kim Li Bo
"""
MANY = _MANY.split()


def is_left(text: str, *names: str) -> bool:
    return any(re.search(rf"(?<![a-z]){name.lower()}(?![a-z])", text.lower()) for name in names)


@pytest.mark.parametrize(
    "frame",
    [
        "I told {} about it.",
        "Yesterday I met {} in theatre.",
        "Yesterday I gave {} a list of cases.",
        "Hi {},\nthanks",
        "hi {l},\nthanks",
        "Dear {},",
        "Thanks {}!",
        "Best wishes,\n{}",
        "best wishes\n{l}",
        "Cheers, {}",
        "Kind regards\n\n{}",
        "As {} said, it is hard.",
        "I asked {}'s opinion.",
        "{} said that it was fine.",
        "{}'s advice helped.",
        "{} told me so.",
        "It was {} who helped.",
        "Hello {}, how are you?",
        "We (I and {}) did it",
        "Many thanks\n{}",
        "my name is {}",
        "call me {l}",
        "Good morning {},",
        "ask @{l}",
        "The whole list was done by {}.",
        "Mentor: {}",
    ],
)
def test_a_given_name_goes_where_a_name_stands(frame):
    for name in GIVEN:
        if name in ("May", "April", "June") and frame in BOTH_WAYS:
            continue
        text = frame.replace("{}", name).replace("{l}", name.lower())
        assert not is_left(scrubbed(text, ((person(f"{name} Zzyxford"), "somebody"),)), name), text


BOTH_WAYS = ("The whole list was done by {}.",)


@pytest.mark.parametrize(
    "frame",
    [
        "I told Dr {} about it.",
        "Mr {} did it",
        "Dear Dr {},",
        "Dear Prof. {}",
        "Miss {} said so",
        "I asked Ms {}'s opinion",
        "We saw mr {l} yesterday",
        "J. {} and I",
        "as {} said",
        "{}, J.",
        "Best wishes,\nDr {}",
        "Hello Mr {}",
        "Professor {}: thanks",
    ],
)
def test_a_family_name_goes_where_a_name_stands(frame):
    for name in FAMILY:
        text = frame.replace("{}", name).replace("{l}", name.lower())
        read = scrubbed(text, ((person(f"Jqn {name}"), "somebody"),))
        assert not is_left(read.removeprefix("Best wishes"), name), text


@pytest.mark.parametrize(
    "frame",
    [
        "{G} {F} said so.",
        "I saw {G} {F}.",
        "{F}, {G}",
        "{G}\n{F}",
        "{g}.{f}",
        "{g}{f}",
        "{g}_{f}",
        "@{g}{f}",
        "{G}.{F}",
        "Regards\n{G} {F}\nConsultant",
        "{G} {F}'s list",
        "FROM {GU} {FU}",
        "{G}{F}_CV.pdf",
        "Dr {G} {F}",
    ],
)
def test_both_names_go_where_they_stand_together(frame):
    for number, given in enumerate(GIVEN):
        for family in FAMILY[number % 7 :: 7]:
            text = frame.replace("{G}", given).replace("{F}", family).replace("{GU}", given.upper())
            text = text.replace("{g}", given.lower()).replace("{f}", family.lower()).replace("{FU}", family.upper())
            read = scrubbed(text, ((person(f"{given} {family}"), "somebody"),))
            assert read != text
            assert not is_left(read, given, family), text


def test_few_words_of_clean_sentences_are_taken_for_names():
    people = tuple((person(f"{a} {b}", who=a), "somebody") for a, b in zip(MANY, MANY[7:] + MANY[:7], strict=True))
    taken = [sentence for sentence in SENTENCES if scrubbed(sentence, people) != sentence]
    assert len(taken) * 1000 / len(SENTENCES) <= 25, taken


def test_hardly_any_for_one_person():
    taken = 0
    for given, family in zip(MANY[::2], MANY[1::2], strict=False):
        people = ((person(f"{given} {family}"), "somebody"),)
        taken += sum(scrubbed(sentence, people) != sentence for sentence in SENTENCES)
    assert taken * 1000 / (len(SENTENCES) * len(MANY[::2])) <= 0.5


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("Jo King", "I was joking.", "I was joking."),
        ("Jo King", "I met joking99 and Jo.", "I met joking99 and somebody."),
        ("Ed Will", "the ED was full, in ED", "the ED was full, in ED"),
        ("Ed Will", "Ed will come.", "Somebody will come."),
        ("Wei Ng", "The NG tube, an ng tube", "The NG tube, an ng tube"),
        ("Wei Ng", "I told Ng. Dr Ng said", "I told somebody. Somebody said"),
        ("Dan Hand", "dan said, on the other hand", "Somebody said, on the other hand"),
        ("Ben Carter", "Ben said to ben", "Somebody said to somebody"),
        ("Van Nguyen", "in the van with Van", "in the van with somebody"),
        ("Al Green", "I told Al; green bags", "I told somebody; green bags"),
        ("Jane Smith", "ask dr j smith, it's jane", "ask somebody, it's somebody"),
        ("Tom Hughes", "the Hugheses and Hughes' list", "Somebody and somebody's list"),
        ("Sinjin St John-Smythe", "St. John-Smythe and StJohn", "Somebody and somebody"),
    ],
)
def test_short_and_doubtful_names(name, text, read):
    assert scrubbed(text, ((person(name), "somebody"),)) == read


@pytest.mark.parametrize(
    "name", ["Jo Li", "Grace Young", "Mark Long", "Bill River", "Mo Carter", "River Hill", "Will May"]
)
@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It went well.\n{g} x", "It went well.\nSomebody x"),
        ("It went well. - {g}", "It went well. - Somebody"),
        ("It went well.\n\n{g}\nST4 in surgery", "It went well.\n\nSomebody\nST4 in surgery"),
        ("*{g}* did the list", "*Somebody* did the list"),
        ("**{g}** did", "**Somebody** did"),
        ("[{g}] wrote the plan", "[Somebody] wrote the plan"),
        ("It is {g} {f}s' list.", "It is somebody's list."),
        ("It is {l} again. This is {l} again", "It is {l} again. This is somebody again"),
        ("They call me {g} on the ward.", "They call me somebody on the ward."),
        ('They call me "{g}" at work', 'They call me "somebody" at work'),
        ("n\u00e9e {f}", "n\u00e9e somebody"),
        ("{g}/{f} wrote the plan", "Somebody wrote the plan"),
        ("{g}{f} did it", "Somebody did it"),
        ("Mr X and Mrs Y, as we say", "Mr X and Mrs Y, as we say"),
    ],
)
def test_where_reviewers_saw_ordinary_names_stand(name, text, read):
    given, family = name.split()
    values = {"g": given, "f": family, "l": given.lower()}
    assert scrubbed(text.format(**values), ((person(name), "somebody"),)) == read.format(**values)
