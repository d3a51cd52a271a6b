import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.decide.commands import Command, command_in


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("STOP", Command.STOP),
        ("Stop.", Command.STOP),
        ("  *stop*  ", Command.STOP),
        ("\u201cStop\u201d", Command.STOP),
        ("unsubscribe", Command.STOP),
        ("pause", Command.PAUSE),
        ("RESUME\n\nZoë", Command.RESUME),
        ("Help\n-- \nZoë\nRiverside", Command.HELP),
        ("I accept", Command.ACCEPT),
        ("Decline!", Command.DECLINE),
        ("yes\n\nthank you very much", Command.YES),
        ("No", Command.NO),
        ("\n\n\nstop\n", Command.STOP),
        ("I want to stop worrying about the exam.", None),
        ("Stop\n\nI have thought about it for a long time and will tell you why.", None),
        ("no\na\nb\nc\nd\ne", None),
        ("stop it", None),
        ("SEND", Command.SEND),
        ("Send anyway!", Command.SEND),
        ("recall", Command.RECALL),
        ("Reveal", Command.REVEAL),
        ("STOP REVEAL", Command.STOP_REVEAL),
        ("Please send me the form again", None),
        ("nonstop", None),
        ("yes, but", None),
    ],
)
def test_a_command_is_the_whole_first_line_above_a_short_sign_off(text: str, command: Command | None) -> None:
    assert command_in(text, "Re: hello", new_subject=True) is command


@pytest.mark.parametrize(
    ("subject", "typed", "command"),
    [
        ("STOP", True, Command.STOP),
        ("stop.", True, Command.STOP),
        ("Re: stop", True, None),
        ("STOP", False, None),
        ("", True, None),
    ],
)
def test_a_subject_counts_only_above_an_empty_body(subject: str, typed: bool, command: Command | None) -> None:
    assert command_in(" \n ", subject, new_subject=typed) is command
    assert command_in("Dear all", subject, new_subject=typed) is None


@given(st.text(max_size=200), st.text(max_size=40), st.booleans())
def test_no_text_breaks_it(text: str, subject: str, typed: bool) -> None:
    assert command_in(text, subject, new_subject=typed) in (None, *Command)
