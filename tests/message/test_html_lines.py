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


@pytest.mark.parametrize(
    "source",
    [
        "a <b>bold</b> c",
        "a <u>bold</u> c",
        "a <font color=red>bold</font> c",
        'a <span style="color: red">bold</span> c',
        'a <span style="background-color:yellow">bold</span> c',
        'a <span style="font-weight:700">bold</span> c',
        'a <a style="text-decoration:underline">bold</a> c',
    ],
)
def test_what_stands_out_is_given_as_a_span(source):
    (line,) = html_lines(source)[0]
    assert [line.text[start:end] for start, end in line.emphasis] == ["bold"]


def test_what_does_not_stand_out_has_no_span():
    (line,) = html_lines('<span style="font-size:10pt">a</span> <code style="color:red">b</code>')[0]
    assert line.emphasis == ()


def test_a_span_can_reach_the_end_of_the_line():
    assert html_lines("<b>all</b>")[0][0].emphasis == ((0, 3),)


def test_an_empty_line_has_no_span():
    assert html_lines("<b>&nbsp;<br></b>one")[0][0].emphasis == ()


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


def test_what_stands_out_in_several_tags_is_one_stretch():
    (line,), _ = html_lines("one <b>two</b><i> three</i> four <u>five </u>")
    assert (line.text, line.emphasis) == ("one two three four five", ((4, 13), (19, 23)))


def test_a_style_too_long_to_keep_is_understood():
    (line,), _ = html_lines(f'<span style="{"x:y;" * 100}font-weight:bold">one</span>')
    assert line.emphasis == ((0, 3),)
