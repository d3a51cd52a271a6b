"""The same words for the third time within an hour: two machines that answer each other through the relay.

Neither says that it is one. The first two copies were passed on, so a person who presses Send three times loses
nothing; the machine on the other side gets nothing to answer, and there it ends.
"""

from __future__ import annotations

from mailbot.model.context import InboundContext

SAME_WORDS = 3
_SHORT = 12  # letters: "Yes" and "Thank you" may be said three times in an hour


def is_said_again(text: str, context: InboundContext) -> bool:
    """Whether this writer's posts of the last hour said just that twice before; `text` as it would be relayed."""
    said = _bare(text)
    if len(said) <= _SHORT:
        return False
    return sum(_bare(one) == said for one in context.recent_words) >= SAME_WORDS - 1


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
