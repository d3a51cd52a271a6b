"""Letters to words: the templates, compiled once, in a sandbox that gives them values and nothing else.

A template is one file per email and language, NAME.LANGUAGE.j2; it is rendered twice, with the text blocks and with the
HTML blocks of blocks.py, so that the two parts cannot differ. Templates are files that operators may replace: their
faults are ConfigErrors with file and line.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import TracebackType
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.errors import ConfigError, Fault
from mailbot.model.outbound import Words
from mailbot.wording.blocks import Block, blocks_of, html_filters, html_part, text_filters, text_part
from mailbot.wording.clean import cleaned
from mailbot.wording.dates import day, moment, short_day, size
from mailbot.wording.letter import Letter
from mailbot.wording.letters_forms import Form

_HOME = "en"  # every built-in template exists in it
_FORMS_KEPT = 64  # nobody's words are in a form
_BLANK = "\ue000"  # a private-use character: no question holds a row of them
_PLAIN_REFERENCE = re.compile("[A-Z0-9-]+")
_TEMPLATE_FAULTS = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class Wording:
    """The templates by file name ("form.en.j2": source). Compiles each once; safe to share between threads."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = dict(sources)
        self._text = _environment(self._sources, text_filters(), autoescape=False)
        self._html = _environment(self._sources, html_filters(), autoescape=True)
        self._printed_form = lru_cache(maxsize=_FORMS_KEPT)(self._worded)

    def words(self, letter: Letter, language: str) -> Words:
        """The letter's words in that language, else in English. ConfigError: a template is missing or broken."""
        if isinstance(letter, Form) and _PLAIN_REFERENCE.fullmatch(letter.reference):
            return self._form_with_reference(letter, language)
        return self._worded(letter, language)

    def _form_with_reference(self, letter: Form, language: str) -> Words:
        """The forms of one round differ in the reference alone, so ten thousand of them are rendered once."""
        blank = _BLANK * len(letter.reference)  # as wide, so that lines wrap at the same place
        printed = self._printed_form(replace(letter, reference=blank), language)
        return Words(
            subject=printed.subject,
            text=printed.text.replace(blank, letter.reference),
            html=printed.html.replace(blank, letter.reference),
        )

    def text(self, letter: Letter, language: str) -> str:
        """The text part alone, as in `words`: what its reader had before them when they answered."""
        file, _ = self._file(letter.template, language)
        _, text = _parted(file, _rendered(self._text, file, cleaned(letter)))
        return text_part(text)

    def _worded(self, letter: Letter, language: str) -> Words:
        file, spoken = self._file(letter.template, language)
        values = cleaned(letter)
        subject, text = _parted(file, _rendered(self._text, file, values))
        _, html = _parted(file, _rendered(self._html, file, values))
        return Words(subject=subject, text=text_part(text), html=html_part(html, language=spoken, title=subject))

    def _file(self, template: str, language: str) -> tuple[str, str]:
        for spoken in (language, language.partition("-")[0], _HOME):
            file = f"{template}.{spoken}.j2"
            if file in self._sources:
                return file, spoken
        raise _fault(f"{template}.{_HOME}.j2", None, "this template is missing")


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to the fields of letters: they are nearly all that templates ask for."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 (jinja2's own signature)
        if attr in getattr(type(obj), "__dataclass_fields__", ()) and not attr.startswith("_"):
            return True  # a value that is frozen, and no function, type or generator
        return super().is_safe_attribute(obj, attr, value)


def _environment(
    sources: Mapping[str, str], filters: Mapping[str, Callable[[str], str]], *, autoescape: bool
) -> jinja2.Environment:
    environment = _Sandbox(
        loader=jinja2.FunctionLoader(lambda name: (sources[name], name, lambda: True) if name in sources else None),
        undefined=jinja2.StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        auto_reload=False,
    )
    environment.filters.update(filters)
    environment.filters.update(day=day, short_day=short_day, moment=moment, size=size, lower_first=lower_first)
    return environment


def lower_first(text: str) -> str:
    """The text as it stands within a sentence: "your mentor"."""
    return text[:1].lower() + text[1:]


def _rendered(environment: jinja2.Environment, file: str, letter: Letter) -> str:
    try:
        return environment.get_template(file).render(letter=letter)
    except jinja2.TemplateSyntaxError as error:
        raise _fault(error.name or file, error.lineno, error.message or "this cannot be read") from error
    except jinja2.TemplateNotFound as error:
        raise _fault(file, None, f"it builds on {error.name}, which is missing") from error
    except _TEMPLATE_FAULTS as error:
        where, line = _place(error.__traceback__, file)
        raise _fault(where, line, f"{error}") from error


def _parted(file: str, rendered: str) -> tuple[str, tuple[Block, ...]]:
    """The subject, and the blocks of the body."""
    blocks, stray = blocks_of(rendered)
    if stray:
        raise _fault(file, None, f"these words stand outside of a paragraph: {stray[:60]!r}")
    subjects = [block.content for block in blocks if block.kind == "subject"]
    if len(subjects) != 1:
        raise _fault(file, None, "it needs one {% block subject %} with words in it")
    return subjects[0], tuple(block for block in blocks if block.kind != "subject")


def _place(trace: TracebackType | None, file: str) -> tuple[str, int | None]:
    """The innermost template line in a traceback; jinja2 names its frames after the template's file."""
    lines: list[Any] = [frame for frame in traceback.extract_tb(trace) if frame.filename.endswith(".j2")]
    return (lines[-1].filename, lines[-1].lineno) if lines else (file, None)


def _fault(file: str, line: int | None, message: str) -> ConfigError:
    return ConfigError(Fault(file=f"templates/{file}", line=line, message=message))
