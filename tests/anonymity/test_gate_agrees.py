"""What the scrubber has scrubbed, and plain prose of people called by plain words, pass the gate."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailbot.anonymity.gate import clear
from mailbot.anonymity.scrub import scrubbed
from mailbot.message.compose import compose
from mailbot.model.outbound import ClearedMessage, Hit, Identity
from tests.anonymity.people import JANE, MARK, WEI, person
from tests.message.builders import draft

OWN = ("mentoring@example.org", "example.org")
_GIVEN = """
Mark Will May Rose Grace Hope Faith Joy Frank Bill Dean Grant Chase Pat Art Guy Drew Sandy Ivy Holly Hazel
Daisy Lily Olive Amber Ruby Pearl Rich Sue Dawn April June August Summer Max Ray Miles Jack Nick
"""
GIVEN = _GIVEN.split()
_FAMILY = """
Long Young Short Rose Baker Cook Hill Wood Fields Banks Bell Black White Good Price Sharp Strong Small
"""
FAMILY = _FAMILY.split()
_FAMILY = """
House Church Park Bush Day Knight Bishop Carter Fisher Hunt Walker Ward Wells West Winter Snow Stone Swift
Wise Power Case Read Page Marks Still Just Hand Head Back Down Early Fair Field Graves Turner
"""
FAMILY = _FAMILY.split()
SENTENCES = """
I will be on nights until the end of May, so I may be slow to answer.
May I ask how long you usually wait before you call the consultant?
Will you have time next week, or will that be too long?
Mark the date in your diary now, or it will never happen. Mark my words.
Long lists make for tired registrars, and a young team needs rest.
I had to grant that the plan was good, but I hope for more. Hope is not a plan.
Grace under pressure is something you learn, and faith in your own hands takes longer.
Day cases are fine, but night shifts are a different matter, as are ward rounds.
Best of all, I was allowed to close the wound on my own. Joy all round!
A cook would know when the meat is done; a surgeon must feel it. Price is no object.
Baker's cysts and Bell's palsy came up in the exam, and so did Graves' disease.
Can I be frank? The rota is a joke. Frank discussion did not help.
You may well be right that I should wait, and I will. Still, just one more to go.
North of here there is one more unit, and the west wing is to close. Church bells woke me.
My hand was steady, my head was not, and in the end I went back down early.
In summer the lists are short; in winter the wards are full. Snow stopped the trains.
It will long be remembered as the worst winter, and it may still be so.
PLEASE DO NOT MARK THE WOUND BEFORE THE CONSULTANT HAS SEEN IT. I WILL WAIT.
I turn a page, I read, I park the car by the hill and walk through the wood and the fields.
Turner syndrome and Down syndrome were on the paper, in black and white.
""".strip().split("\n")


def found(text: str, forbidden: tuple[Identity, ...]) -> tuple[Hit, ...]:
    sent = draft(text=text, html="")
    result = clear(sent, compose(sent), forbidden=forbidden, own=OWN)
    return () if isinstance(result, ClearedMessage) else result


@pytest.mark.parametrize("seed", range(3))
def test_prose_of_people_called_by_plain_words_passes(seed):
    chance = random.Random(seed)
    held = []
    for _ in range(150):
        people = [
            person(
                f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
                addresses=(f"person{number}x@severnside{number}.example",),
                who=f"p{number}",
            )
            for number in range(3)
        ]
        text = " ".join(chance.choices(SENTENCES, k=6)) + "\n\n" + "\n".join(chance.choices(SENTENCES, k=2))
        roles = tuple(zip(people, ("your mentor", "my mentor", "somebody"), strict=True))
        clean = scrubbed(text, roles)
        if hits := found(clean, (people[0], people[2])):
            held.append((people[0].names, people[2].names, hits, clean))
    assert held == []


PIECES = st.sampled_from(
    [
        *("Jane", "jane", "Dr O'Brien", "Müller", "jane.obrien84@leedsteaching.nhs.uk", "Mark Baker", "Hi Mark,"),
        *("王伟", "Zoë", "Best,\nMark", "I", "met", "and", ".", "\n", "\n\n", "will", "the", "so that", "J\u200bane"),
        *("jane.obrien84", "leedsteaching.nhs.uk", "(", "<", ">", ",", "Dr", "Will"),
    ],
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=20))
@example(["leedsteaching.nhs.uk", "Best,\nMark", "I"])
@example(["Jane", "Jane", "Will", "王伟", "Jane"])
def test_what_was_scrubbed_passes_the_gate(pieces):
    text = scrubbed(" ".join(pieces), ((JANE, "your mentor"), (MARK, "your mentee"), (WEI, "a colleague")))
    assert found(text, (JANE, MARK, WEI)) == ()


@pytest.mark.parametrize(
    "text", ["Jane " * 30_000, "mark " * 60_000, "example.org Jane " * 10_000, "j a n e " * 20_000, "Mark\n" * 30_000]
)
def test_long_texts_are_searched_in_linear_time(text):
    found(text, (JANE, MARK))
