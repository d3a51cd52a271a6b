from datetime import UTC, datetime

from tests.flows.town import Town, answered, reply_address, text_of, written

ZOE, PHILIPPA = "zoe@quillfeather.test", "philippa@northgate.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)


def test_a_form_goes_out_a_reply_comes_in_and_a_thread_is_relayed(town: Town) -> None:
    town.tick()
    assert [m["Subject"] for m in town.letters(ZOE)] != []  # told that the pair is open
    counts = town.at(FIRST_FORM).tick()
    assert (counts.dispatched, counts.sent) == (2, 2)
    form = town.last(ZOE)

    body = answered(form, {1: "4 - good on the whole", 2: "- first solo list\n- passed the exam", 3: "A research post"})
    town.deliver(written(f"Zoe Q <{ZOE}>", reply_address(form), body, answers=form))
    counts = town.later(hours=3).tick()
    assert (counts.processed, counts.held, counts.sent) == (1, 0, 2)
    receipt, packet = town.last(ZOE), town.last(PHILIPPA)
    for words in ("good on the whole", "first solo list", "passed the exam", "A research post"):
        assert words in text_of(receipt)
        assert words in text_of(packet)
    assert b"quillfeather" not in bytes(packet).lower()

    town.deliver(
        written(f"Philippa <{PHILIPPA}>", reply_address(packet), "Well done. What next?\n\nPippa", answers=packet)
    )
    town.later(days=1).tick()
    post = town.last(ZOE)
    assert "What next?" in text_of(post)
    assert b"philippa" not in bytes(post).lower()
    assert b"pippa" not in bytes(post).lower()
    assert post["In-Reply-To"]

    town.deliver(written(f"Zoe <{ZOE}>", reply_address(post), "A year abroad, I hope.\nZoë", answers=post))
    town.later(days=1).tick()
    answer = town.last(PHILIPPA)
    assert "A year abroad" in text_of(answer)
    assert answer["In-Reply-To"]
    assert town.counts()["inbox"]["processed"] == 3
