"""A text in which names were replaced still reads: articles, possessives, greetings, sign-offs, three languages."""

from __future__ import annotations

import pytest

from mailbot.anonymity.scrub import scrubbed
from tests.anonymity.people import person

JANE = person(
    "Dr Jane Alice Smith",
    "Janie",
    addresses=("jane.smith@leedsteaching.nhs.uk", "jsm84@gmail.com"),
    domains=("leedsteaching.nhs.uk",),
    who="jane",
)


CROHN = person("Katherine Crohn", addresses=("kcrohn@royalfree.example",), who="crohn")
RAJESH = person("Rajesh Kumar", who="rajesh")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Rajesh's list was longer than Jane's.", "Somebody's list was longer than your mentor's."),
        ("Dear Rajesh,", "Dear somebody,"),
        ("Rajesh,\\\nthanks for the rota.", "Somebody,\\\nthanks for the rota."),
        ("I asked Rajesh, who said no.", "I asked somebody, who said no."),
        (
            "He has Crohn's disease. Crohn disease, Crohn’s colitis.",
            "He has Crohn's disease. Crohn disease, Crohn’s colitis.",
        ),
        ("Dr Crohn's disease talk was good.", "Heron's disease talk was good."),
        ("Crohn's advice was good.", "Heron's advice was good."),
        ("I asked Katherine Crohn.", "I asked Heron."),
        ("Crohn's is bad.", "Heron's is bad."),
        ("Hi both (Jane and Katherine),", "Hi both (your mentor and Heron),"),
        ("Jane Smith | Consultant | Leeds", "Your mentor | Consultant | Leeds"),
        (
            "Regards,\\\nJane\\\n\\\nJane Smith\\\njane.smith@leedsteaching.nhs.uk",
            "Regards,\\\nyour mentor\\\n\\\nyour mentor\\\nYour mentor",
        ),
        ("Jane, Katherine and Rajesh met.", "Your mentor, Heron and somebody met."),
        ('"I agree," said Jane.', '"I agree," said your mentor.'),
        ("Is Jane's list long? Jane’s is.", "Is your mentor's list long? Your mentor’s is."),
        ("It's Jane.", "It's your mentor."),
        ("Prof Smith/Dr Crohn", "Your mentor/Heron"),
        ("Smith et al. 2019", "Your mentor et al. 2019"),
        ("Janeway lesions", "Janeway lesions"),
        ("the Smith-Jones study", "Your mentor-Jones study"),
        ("I met Smith-Jones", "I met your mentor-Jones"),
        ("Dr Jane", "Your mentor"),
        ("Sister Jane said", "Your mentor said"),
        ("Mr & Mrs Smith", "Your mentor"),
        ("Dr. med. Jane Smith", "Your mentor"),
        ("Jane (my mentor) said", "Your mentor (my mentor) said"),
        ("my mentor (Jane) said", "my mentor (your mentor) said"),
        ("my mentor, Jane, said", "my mentor said"),
        ("my mentor, Dr Smith", "my mentor"),
        ("your mentor Dr. Smith's advice", "your mentor's advice"),
        ("Thanks Jane!! ", "Thanks mentor!! "),
        ("Thank you very much, Dr Smith.", "Thank you very much, your mentor."),
        ("Hi Jane - thanks", "Hi mentor - thanks"),
        ("Hey Jane!", "Hey mentor!"),
        ("Good morning, Dr Smith", "Good morning, mentor"),
        ("Morning Jane", "Morning mentor"),
        ("Jane\\\n\\\nThank you for", "Your mentor\\\n\\\nThank you for"),
        ("J.", "Your mentor."),
        ("I spoke to Jane/Rajesh yesterday", "I spoke to your mentor/somebody yesterday"),
        ("<jane.smith@leedsteaching.nhs.uk>", "Your mentor"),
        ("Jane <jane.smith@leedsteaching.nhs.uk>; Kate <kcrohn@royalfree.example>", "Your mentor; Heron"),
        ("email me: jane.smith@leedsteaching.nhs.uk, or ring", "email me: your mentor, or ring"),
        ("jsm84", "Your mentor"),
        ("my username is jsm84", "my username is your mentor"),
        ("www.leedsteaching.nhs.uk", "[web address]"),
        ("ftp://files.leedsteaching.nhs.uk/a/b.pdf", "[web address]"),
        ("teams.microsoft.example/l/meetup/jane.smith@leedsteaching.nhs.uk/0", "[web address]"),
        ("nhs.uk is the site", "nhs.uk is the site"),
        ("leedsteaching.nhs.uk's policy", "[web address]'s policy"),
        ("http://nhs.uk/x", "http://nhs.uk/x"),
        ("//leedsteaching.nhs.uk", "//[web address]"),
        ("a@b.leedsteaching.nhs.uk", "[email address]"),
        ("1. Jane\\\n2. Rajesh", "1. Your mentor\\\n2. Somebody"),
        ("* Jane said", "* Your mentor said"),
        ("> Jane said\\\n> Rajesh replied", "> Your mentor said\\\n> Somebody replied"),
        ("A: Jane", "A: your mentor"),
        ("To whom it may concern, Jane", "To whom it may concern, your mentor"),
        ("--\\\nJane", "--\\\nYour mentor"),
        ("Jane Smith (on behalf of Rajesh)", "Your mentor (on behalf of somebody)"),
        ("(JS)", "(Your mentor)"),
        ("Signed JAS", "Signed your mentor"),
        ("JS:", "JS:"),
        ("Thanks JAS", "Thanks your mentor"),
        ("K x", "Heron"),
        ("KC", "Heron"),
        ("hi K,", "hi Heron,"),
        ("Dear K", "Dear Heron"),
        ("Dear Dr S", "Dear mentor"),
        ("Dear Dr S.,", "Dear mentor,"),
        ("Dear JS,", "Dear mentor,"),
        ("Best, K.C.", "Best, Heron."),
        ("Yours, J. A. S.", "Yours, your mentor."),
        ("Love K xx", "Love Heron xx"),
        ("I have a CT and an MR.", "I have a CT and an MR."),
        ("Thanks\\\nCT", "Thanks\\\nCT"),
        ("Vitamin K is needed. Give vitamin K.", "Vitamin K is needed. Give vitamin K."),
        ("K was 5.2", "K was 5.2"),
        ("Group J patients", "Group J patients"),
        ("plan J", "plan J"),
    ],
)
def test_it_reads_well(text, read):
    assert scrubbed(text, ((JANE, "your mentor"), (CROHN, "Heron"), (RAJESH, "somebody"))) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Liebe Käthe,", "Liebe Mentorin,"),
        ("Sehr geehrte Frau Dr. Größer,", "Sehr geehrte Mentorin,"),
        ("Ich habe Frau Groesser gefragt.", "Ich habe Ihre Mentorin gefragt."),
        ("Die Käthe hat das gesagt. Mit der Käthe.", "Ihre Mentorin hat das gesagt. Mit Ihre Mentorin."),
        ("Viele Grüße\\\nKäthe", "Viele Grüße\\\nIhre Mentorin"),
        ("siehe https://klinik.example/x", "siehe [Internetadresse]"),
    ],
)
def test_it_reads_well_in_german(text, read):
    kaethe = person(
        "Dr. K\u00e4the Gr\u00f6\u00dfer", addresses=("k.groesser@klinik.example",), domains=("klinik.example",)
    )
    assert scrubbed(text, ((kaethe, "Ihre Mentorin"),)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Chère Hélène,", "Chère mentor,"),
        ("J'ai vu Mme Lefèvre hier.", "J'ai vu votre mentor hier."),
        ("Bien cordialement\\\nHélène", "Bien cordialement\\\nVotre mentor"),
        ("LEFEVRE Hélène", "Votre mentor"),
        ("sur chu.example", "sur [adresse internet]"),
    ],
)
def test_it_reads_well_in_french(text, read):
    helene = person("H\u00e9l\u00e8ne Lef\u00e8vre", addresses=("helene@chu.example",), domains=("chu.example",))
    assert scrubbed(text, ((helene, "votre mentor"),)) == read
