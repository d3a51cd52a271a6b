"""The samples of one programme file, for `preview` and `explain --questionnaire`."""

from __future__ import annotations

from pathlib import Path

from mailbot.decide.sample import Sample, sample_of
from mailbot.gateways.schedule_files import load_questionnaire
from mailbot.gateways.template_files import template_sources
from mailbot.model.programme import Programme
from mailbot.wording.render import Wording


def load_samples(path: Path, overrides: Path | None = None) -> tuple[Programme, Wording, tuple[Sample, ...]]:
    """The programme, the words, and one sample for each language that the questions and the templates have."""
    programme = load_questionnaire(path)
    sources = template_sources(overrides)
    wording = Wording(sources)
    spoken = {language for question in programme.questions for language in question.words if language}
    worded = {name.split(".")[1] for name in sources if name.startswith("form.")}
    languages = [programme.language, *sorted((spoken & worded) - {programme.language})]
    return programme, wording, tuple(sample_of(programme, wording, language) for language in languages)
