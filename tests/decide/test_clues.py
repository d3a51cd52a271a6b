from mailbot.decide.clues import MAX_IDS, MAX_TOKENS, clues_of
from mailbot.model.ids import MessageId, Token
from mailbot.model.inbound import Delivery
from tests.decide.builders import MENTEE_TOKEN, SERVICE, ZOE, message

FORM = Token("f" * 24)


def ids(*names: str) -> tuple[MessageId, ...]:
    return tuple(MessageId(f"<{name}@x>") for name in names)


def test_tokens_come_in_the_order_of_the_recipients_each_once() -> None:
    to = (f"mentoring+f-{FORM}@example.org", "else@where.test", f"Mentoring+T-{MENTEE_TOKEN.upper()}@Example.org")
    clues = clues_of(message(recipients=(*to, *to)), SERVICE)
    assert clues.tokens == (("f", FORM), ("t", MENTEE_TOKEN))


def test_who_writes_to_a_hundred_tokens_is_heard_on_ten() -> None:
    guesses = tuple(f"mentoring+t-{letter * 24}@example.org" for letter in "abcdefghijklmnopqrstuvwxyz")
    assert len(clues_of(message(recipients=guesses), SERVICE).tokens) == MAX_TOKENS


def test_ids_are_newest_first_and_not_endless() -> None:
    clues = clues_of(message(in_reply_to=ids("c"), references=ids("a", "b", "c")), SERVICE)
    assert clues.message_ids == ids("c", "b", "a")
    many = clues_of(message(references=ids(*map(str, range(900)))), SERVICE)
    assert len(many.message_ids) == MAX_IDS
    assert many.message_ids[0] == "<899@x>"


def test_the_writer_is_the_from_address_in_lower_case() -> None:
    assert clues_of(message(sender="Zoe@Quillfeather.test"), SERVICE).writer == ZOE
    assert clues_of(message(sender=None), SERVICE).writer == ""


def test_the_key_at_the_foot_of_the_form_is_found() -> None:
    assert clues_of(message("Hello\nReference: 7F3A-K2QM-7XDB-LR4T"), SERVICE).reference == "7F3A-K2QM-7XDB-LR4T"


def test_a_report_is_about_the_message_that_it_returns_and_answers_none() -> None:
    returned = Delivery(recipient=ZOE, status="5.1.1", permanent=True, original_message_id=MessageId("<ours@x>"))
    unnamed = Delivery(recipient=ZOE, status="5.1.1", permanent=True)
    clues = clues_of(message(delivery=(returned, unnamed), in_reply_to=ids("other")), SERVICE)
    assert (clues.returned_ids, clues.message_ids) == (("<ours@x>", "<other@x>"), ())
