"""One dull HTTP call: a form is posted, a JSON object comes back."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit

from mailbot.errors import TemporaryFailure
from mailbot.gateways.failures import plain_words
from mailbot.gateways.tls import client_context, is_loopback

_LARGEST_ANSWER_BYTES = 1_000_000


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token server that sends us elsewhere would be sent our secrets too."""

    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        """Never: urllib then reports the status itself."""


def post_form(url: str, form: Mapping[str, str], *, timeout_seconds: float = 30.0) -> tuple[int, dict[str, object]]:
    """The status and the JSON object of the answer, {} when it is none; TemporaryFailure when none came.

    ValueError unless the URL is https, or http on this very machine.
    """
    refuse_open_http(url)
    handlers: list[urllib.request.BaseHandler] = [_NoRedirect(), urllib.request.HTTPSHandler(context=client_context())]
    if is_loopback(urlsplit(url).hostname or ""):
        handlers.append(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
        url, data=urlencode(form).encode(), headers={"Accept": "application/json", "User-Agent": "mailbot"}
    )
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=timeout_seconds) as answer:
            return answer.status, _object(answer.read(_LARGEST_ANSWER_BYTES))
    except urllib.error.HTTPError as error:
        with error:
            return error.code, _object(error.read(_LARGEST_ANSWER_BYTES))
    except urllib.error.URLError as error:
        reason = error.reason if isinstance(error.reason, Exception) else error
        raise TemporaryFailure(f"The token server could not be used: {plain_words(reason)}.") from None
    except (OSError, HTTPException, ValueError) as error:
        raise TemporaryFailure(f"The token server could not be used: {plain_words(error)}.") from None


def refuse_open_http(url: str) -> None:
    """Nothing; ValueError where tokens would travel in plain text."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise ValueError("the token server's URL must begin with https://")


def _object(raw: bytes) -> dict[str, object]:
    try:
        found = json.loads(raw)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
