"""Templates are files that people edit: what is wrong with one is said with its file and line."""

from __future__ import annotations

import pytest

from mailbot.errors import ConfigError
from mailbot.wording.letters import Stopped
from mailbot.wording.proof import template_faults
from mailbot.wording.render import Wording, lower_first
from tests.wording.cases import ABOUT, CASES, SOURCES, WORDING

LETTER = Stopped(about=ABOUT)
SUBJECT = "{% block subject %}You have left{% endblock %}"
GOOD = '{% extends "base.en.j2" %}\n' + SUBJECT


def with_template(source, name="stopped.en.j2"):
    return Wording({**SOURCES, name: source})


def test_the_built_in_templates_have_no_faults():
    assert template_faults(WORDING) == ()


@pytest.mark.parametrize("case", CASES)
def test_the_text_part_alone_is_that_of_the_whole_email(case):
    assert WORDING.text(CASES[case], "en") == WORDING.words(CASES[case], "en").text


def test_a_missing_template_is_named():
    with pytest.raises(ConfigError, match=r"^templates/stopped\.en\.j2: this template is missing$"):
        Wording({}).words(LETTER, "en")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (GOOD + "\n{% block body %}\n{% if %}", r"^templates/stopped\.en\.j2:4: Expected an expression"),
        (
            GOOD + "\n{% block body %}\n{{ letter.abuot | p }}\n{% endblock %}",
            r"stopped\.en\.j2:4: .*has no attribute 'abuot'",
        ),
        (GOOD + "\n{% block body %}{{ 1 + 'a' }}{% endblock %}", r"^templates/stopped\.en\.j2:3: unsupported operand"),
        (
            GOOD + "\n{% block body %}{{ letter.__class__ | p }}{% endblock %}",
            r"stopped\.en\.j2:3: access to attribute",
        ),
        ("{% extends 'other.j2' %}", r"^templates/stopped\.en\.j2: it builds on other\.j2, which is missing$"),
        (
            GOOD + "\n{% block body %}loose words{% endblock %}",
            r"these words stand outside of a paragraph: 'loose words'",
        ),
        ("{% extends 'base.en.j2' %}", r"^templates/stopped\.en\.j2: it needs one \{% block subject %\}"),
        ("{{ 'x' | shout }}", r"stopped\.en\.j2:1: No filter named 'shout'"),
    ],
)
def test_a_broken_template_is_named_with_its_line(source, message):
    with pytest.raises(ConfigError, match=message):
        with_template(source).words(LETTER, "en")


def test_a_fault_in_the_shared_frame_is_named_there():
    base = SOURCES["base.en.j2"].replace("letter.about.controller", "letter.about.controler")
    with pytest.raises(ConfigError, match=r"^templates/base\.en\.j2:\d+: .*controler"):
        with_template(base, "base.en.j2").words(LETTER, "en")


def test_all_faults_are_found_at_once_and_each_once():
    broken = Wording({**SOURCES, "stopped.en.j2": "{{", "help.en.j2": "{% extends 'none.j2' %}"})
    assert [fault.file for fault in template_faults(broken)] == ["templates/help.en.j2", "templates/stopped.en.j2"]


def test_a_form_without_its_reference_is_a_fault():
    lame = SOURCES["form.en.j2"].replace("{{ letter.reference }}", "none")
    assert [str(fault) for fault in template_faults(with_template(lame, "form.en.j2"))] == [
        "templates/form.en.j2: the reference line is missing"
    ]


def test_a_template_without_blocks_makes_an_empty_email():
    assert with_template("{% filter subject %}Nothing{% endfilter %}").words(LETTER, "en").text == ""


def test_a_language_without_templates_is_spoken_to_in_english():
    assert WORDING.words(LETTER, "cy") == WORDING.words(LETTER, "en")


@pytest.mark.parametrize("language", ["de", "de-AT"])
def test_a_language_with_templates_is_used_and_named(language):
    german = SOURCES["stopped.en.j2"].replace("You have left: reply RESUME to undo it", "Sie haben aufgehört")
    words = with_template(german, "stopped.de.j2").words(LETTER, language)
    assert words.subject == "Sie haben aufgehört"
    assert '<html lang="de">' in words.html


def test_lower_first_leaves_the_rest():
    assert [lower_first(text) for text in ("Your mentee Heron", "")] == ["your mentee Heron", ""]
