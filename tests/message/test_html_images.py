"""Pictures of signs, and the marks of lists: what is drawn and stands nowhere in the text."""

from __future__ import annotations

import pytest

from mailbot.message.html_lines import html_lines
from mailbot.message.list_marks import list_mark


@pytest.mark.parametrize(
    ("image", "seen"),
    [
        ('<img alt="👍" src="https://fonts.gstatic.com/s/e/notoemoji/16.0/1f44d/32.png">', "👍"),
        ('<img data-emoji="👍🏽" class="an1" alt="thumbs" src=x>', "👍🏽"),
        ('<img class="emoji" draggable="false" alt="👍" src=x>', "👍"),
        ('<img class="wp-smiley" alt=":-)" src=x>', ":-)"),
        ('<img alt="4️⃣" src=x>', "4️⃣"),
        ('<img alt="👨‍👩‍👧 ❤️" src=x>', "👨‍👩‍👧 ❤️"),
        ('<img alt="4">', ""),
        ('<img alt="*">', ""),
        ('<img alt="©">', ""),
        ('<img alt="️">', ""),
        ('<img alt="A picture of 👍">', ""),
        ('<img class="emoji" alt="">', ""),
        (f'<img class="emoji" alt="{"x" * 50}">', ""),
        ("<img alt>", ""),
        ('<img alt="Northern Deanery">', ""),
    ],
)  # fmt: skip
def test_a_picture_of_an_emoji_is_the_emoji_and_others_are_nothing(image, seen):
    assert [line.text for line in html_lines(f"<p>{image}</p>")[0]] == [seen] * bool(seen)


def test_an_emoji_stands_among_its_words():
    assert html_lines('well done <img alt="👍"> you')[0][0].text == "well done 👍 you"


@pytest.mark.parametrize(
    ("number", "marker", "mark"),
    [
        (None, "", "- "), (3, "", "3. "), (3, "disc", "- "), (3, "none", ""), (None, "outside none", ""),
        (3, "lower-alpha", "c. "), (3, "A", "C. "), (27, "a", "27. "), (0, "a", "0. "), (3, "decimal inside", "3. "),
        (4, "i", "iv. "), (88, "upper-roman", "LXXXVIII. "), (90, "I", "90. "), (0, "i", "0. "),
    ],
)  # fmt: skip
def test_the_mark_of_a_list_item_is_drawn(number, marker, mark):
    assert list_mark(number, marker) == mark
