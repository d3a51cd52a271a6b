"""What a person sees of an HTML part, as lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.message.html_lines import html_lines

PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<ol>", "</ol>", "<ul>", "<li>", "</li>", "<br>", "<blockquote>",
    "</blockquote>", "<pre>", "</pre>", "<s>", "</s>", "<b>", "</b>", "a", " ", "\n", "&nbsp;", "<!--", "-->",
    "<", "<table>", "<td>", "</table>", "<o:p>", "<style>", "</style>", "<svg>", "<template>", "</body>",
)  # fmt: skip


def texts(source):
    return [line.text for line in html_lines(source)[0]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one</p><p>two</p>", ["one", "", "two"]),
        ('<p class="MsoNormal">one</p><p class=MsoNormal>two</p>', ["one", "two"]),
        ('<p style="margin: 0cm">one</p><p style="MARGIN-BOTTOM:0">two</p>', ["one", "two"]),
        ("<div>one</div><div>two</div>", ["one", "two"]),
        ("<div>one<br></div><div><br></div><div>two</div>", ["one", "", "two"]),
        ("one<br>two<br><br>three", ["one", "two", "", "three"]),
        ("<p>&nbsp;</p>one", ["", "one"]),
        ("one<hr>two", ["one", "", "two"]),
        ("<b>one</b> <i>two</i>\n three", ["one two three"]),
        ("<ol><li>one</li><li>two</li></ol>", ["1. one", "2. two"]),
        ('<ol start="4"><li>one</li><li value=9>two</li><li>three</li></ol>', ["4. one", "9. two", "10. three"]),
        ('<ol start="x"><li><p>one</p></li><li></li><li>three</li></ol>', ["1. one", "", "3. three"]),
        ("<ul><li>one</li></ul><li>loose</li>", ["- one", "- loose"]),
        ("<ol><li>one<ul><li>two</li></ul></li><li>three</li></ol>", ["1. one", "- two", "2. three"]),
        ("<pre>one\r\n  two\nthree</pre>", ["one", "  two", "three"]),
        ("<pre>one&#13;&#10;two</pre>", ["one", "two"]),
        ('<div style="white-space: pre-wrap">one\ntwo</div>', ["one", "two"]),
        ("<table><tr><td>one</td><td>two</td></tr></table>", ["one", "two"]),
        ("<style>a</style><script>b</script><title>c</title><!-- d -->one", ["one"]),
        ('<div style="display:none">a</div><div hidden>b</div><p style="mso-hide:all">c</p>one', ["one"]),
        ('<span style="visibility: hidden">a</span>one', ["one"]),
        ("one <s>two</s><del>x</del> three", ["one three"]),
        ('<span style="text-decoration:line-through">two</span>one', ["one"]),
        ("a\x00b", ["ab"]),
        ("<div> </div><pre> </pre>", []),
        ("<img src=x alt=logo>", []),
        ("<frameset><frame></frameset>", []),
        ('<div>one<span style="display:block">two</span>three</div>', ["one", "two", "three"]),
        ('<div style="display:inline">one</div> <p style="display: inline-block">two</p>', ["one two"]),
        ('<pre>a\n<span style="white-space:normal">b\n c</span></pre>', ["a", "b c"]),
        ('<p style="white-space:pre-line">one\u2028two</p>', ["one", "two"]),
        ("one\u2028two", ["one two"]),
        ('<div style="font-size:0">x<span style="font-size:14px">one</span></div>', ["one"]),
        ('<div style="max-height:0;overflow:hidden">x</div><i style="opacity:0">y</i>one', ["one"]),
        ('<div style="height:0">one</div>', ["one"]),
        ("<menu><li>one</menu><xmp><b></xmp>", ["- one", "<b>"]),
        ('<ul style="list-style: none"><li>one<li>two</ul>', ["one", "two"]),
        ('<ol type="a"><li>one<li type="I">two</ol>', ["a. one", "II. two"]),
        ("<!--[if mso]><p>x</p><![endif]-->one<![if !mso]> two<![endif]>", ["one two"]),
        ("<p>one<o:p></o:p></p><p style='margin:0;;x'><o:p>&nbsp;</o:p></p><p>two</p>", ["one", "", "", "two"]),
        ("", []),
    ],
)
def test_a_page_becomes_the_lines_that_are_seen(source, expected):
    assert texts(source) == expected


def test_blockquotes_give_the_depth():
    lines, _ = html_lines("one<blockquote>two<blockquote>three</blockquote></blockquote>four")
    assert [(line.depth, line.text) for line in lines] == [(0, "one"), (1, "two"), (2, "three"), (0, "four")]


def test_struck_words_are_set_aside():
    assert html_lines("<p>4 <s>5</s> <strike>6</strike></p><s> </s>")[1] == ["5", "6"]


@pytest.mark.parametrize("tag", ["div", "blockquote", "ol", "ul", "li", "span", "b", "s", "table", "p", "pre", "font"])
def test_thousands_of_nested_tags_are_read(tag):
    lines, struck = html_lines(f"<{tag}>" * 3000 + "x" + f"</{tag}>" * 3000)
    assert "x" in "".join(line.text for line in lines) + "".join(struck)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=60,
    )
)
def test_any_tags_are_read_and_depth_is_never_negative(pieces):
    lines, _ = html_lines("".join(pieces))
    assert all(line.depth >= 0 and "\n" not in line.text for line in lines)


@pytest.mark.parametrize("nothing", ["", "&nbsp;", "<br>", " \u200b", "<div>&nbsp;</div>"])
def test_an_item_with_nothing_in_it_has_no_number(nothing):
    found, _ = html_lines(f"<ol><li>one</li><li>{nothing}</li><li>two</li><li>{nothing}</li></ol><p>end</p>")
    assert [line.text for line in found if line.text] == ["1. one", "3. two", "end"]
