"""Where a message says that it belongs: tokens first, then Message-IDs of ours, then the key at the form's foot."""

from __future__ import annotations

from mailbot.message.addressing import proxy_token
from mailbot.model.context import Clues, Service
from mailbot.model.ids import MessageId
from mailbot.model.inbound import InboundMessage
from mailbot.reading.references import spare_reference

MAX_TOKENS = 10  # one message may answer two letters; whoever writes to a hundred addresses is guessing
MAX_IDS = 50  # a thread of years names hundreds; ours are among the newest


def clues_of(message: InboundMessage, service: Service) -> Clues:
    """The clues of one message, each kind in the order in which it is believed."""
    tokens = dict.fromkeys(found for address in message.recipients if (found := proxy_token(service, address)))
    newest_first = tuple(dict.fromkeys((*message.in_reply_to, *reversed(message.references))))[:MAX_IDS]
    returned: tuple[MessageId, ...] = ()
    if message.delivery:
        # A report is about the message that it names. Exchange names it in In-Reply-To as well, as an answer would.
        inside = (delivery.original_message_id for delivery in message.delivery)
        returned, newest_first = (*(one for one in inside if one is not None), *newest_first)[:MAX_IDS], ()
    return Clues(
        tokens=tuple(tokens)[:MAX_TOKENS],
        message_ids=newest_first,
        # Only where the address lost its plus part: looking through the whole text is the costliest clue.
        reference="" if tokens else spare_reference(message.bodies, message.subject),
        returned_ids=returned,
        writer=message.sender.key if message.sender else "",
    )
