"""What would be decided about a message, with the questionnaire's sample pair as all that is known."""

from __future__ import annotations

from functools import cache

from mailbot.decide.judge import judge
from mailbot.decide.sample import sample_context, sample_desk, sample_of
from mailbot.message.parse import parse
from mailbot.schedule.programmes import read_programme
from tests.reading.modes.questionnaires import schedule, wording


@cache
def known(form):
    """The programme and its sample pair."""
    programme = read_programme(form, schedule(form), file=f"{form}.toml")
    return programme, sample_of(programme, wording())


def decided(form, raw):
    """The disposition of one message about that questionnaire's form."""
    programme, sample = known(form)
    message = parse(raw)
    return judge(message, sample_context(message, (sample,)), sample_desk(programme, wording()))


def told(disposition):
    """The templates of the letters that go out."""
    return [effect.template for effect in disposition.effects if hasattr(effect, "template")]
