"""What stands out in an HTML part, and how: a person answers a scale by making one point of it bold or red."""

from __future__ import annotations

import pytest

from mailbot.message.html_colours import colour
from mailbot.message.html_lines import html_lines


def looks(source):
    (line,) = html_lines(source)[0]
    return [(line.text[start:end], look) for start, end, look in line.emphasis]


@pytest.mark.parametrize(
    ("source", "look"),
    [
        ("<b>x</b>", "b"),
        ("<strong>x</strong>", "b"),
        ('<span style="font-weight:700">x</span>', "b"),
        ('<span style="FONT-WEIGHT: bolder !important">x</span>', "b"),
        ('<span style="font: bold 11pt Calibri">x</span>', "b"),
        ('<span style="font:italic 600 1em/2 serif">x</span>', "b"),
        ("<em>x</em>", "i"),
        ('<span style="font-style:oblique">x</span>', "i"),
        ("<u>x</u>", "u"),
        ("<ins>x</ins>", "u"),
        ('<a style="text-decoration:underline">x</a>', "u"),
        ('<span style="text-decoration-line: underline">x</span>', "u"),
        ("<font color=red>x</font>", "color:#ff0000"),
        ('<span style="color: #F00">x</span>', "color:#ff0000"),
        ('<span style="color:rgb(255, 0, 0)">x</span>', "color:#ff0000"),
        ('<span style="color:rgb(100% 0% 0% / 50%)">x</span>', "color:#ff0000"),
        ('<span style="color:hsl(0 50% 50%)">x</span>', "color:hsl(0 50% 50%)"),
        ("<mark>x</mark>", "background:#ffff00"),
        ('<span style="background:yellow none repeat scroll">x</span>', "background:#ffff00"),
        ('<span style="background-color: rgb(255, 255, 0)">x</span>', "background:#ffff00"),
        ('<font bgcolor="#ffff00">x</font>', "background:#ffff00"),
        ('<b style="color:red"><u>x</u></b>', "b color:#ff0000 u"),
        (f'<span style="{"x:y;" * 100}font-weight:bold">x</span>', "b"),
    ],
)  # fmt: skip
def test_what_stands_out_is_a_span_with_its_look(source, look):
    assert looks(f"a {source} c") == [("x", look)]


@pytest.mark.parametrize(
    "source",
    [
        '<b style="font-weight:normal">x</b>',
        '<b style="font-weight: 400">x</b>',
        '<b><span style="font-weight:lighter">x</span></b>',
        '<b style="font:7.0pt Times">x</b>',
        '<strong style="font-weight:550">x</strong>',
        '<span style="font-weight:10000">x</span>',
        '<em style="font-style:normal">x</em>',
        '<u style="text-decoration:none">x</u>',
        '<span style="color:black">x</span>',
        '<span style="color:WindowText">x</span>',
        '<span style="color:rgb(33,33,33)">x</span>',
        '<span style="color:#1f1f1fff">x</span>',
        '<span style="color:inherit">x</span>',
        '<span style="color:initial">x</span>',
        '<span style="color:rgba(200,0,0,0)">x</span>',
        '<span style="color:#ff000000">x</span>',
        '<span style="background:white">x</span>',
        '<span style="background: transparent">x</span>',
        '<span style="background:inherit">x</span>',
        '<span style="background:url(x.png) #ff0000">x</span>',
        '<mark><span style="background:#fff">x</span></mark>',
        '<a href="mailto:a@b"><font color="blue"><u>x</u></font></a>',
        '<span style="font-size:10pt; font-family:Arial">x</span>',
        "<h1>x</h1>",
        "<b>&nbsp;</b>x",
        "<b></b>x",
    ],
)  # fmt: skip
def test_what_a_client_writes_for_plain_words_has_no_span(source):
    assert [line.emphasis for line in html_lines(source)[0]] == [()]


@pytest.mark.parametrize(
    ("size", "seen"),
    [("0", False), ("0px", False), ("1px", False), ("0em", False), ("1em", True), ("50%", True), ("9pt", True),
     ("1in", True), ("small", True), ("1.2.3px", True), (".", True), ("calc(1px)", True)],
)  # fmt: skip
def test_words_of_no_size_are_not_seen(size, seen):
    assert bool(html_lines(f'<span style="font-size:{size}">x</span>')[0]) == seen


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("", ""), ("none", ""), ("Red", "#ff0000"), ("#abcd", "#aabbcc"), ("#12345", "#12345"),
        ("rgb(1,2,300)", "#0102ff"), ("rgba(1,2,3,1)", "#010203"), ("rgba(1,2,3,0)", ""), ("chuck", "chuck"),
        ("rgb(1.,..,2)", "#010002"), ("rgb(1,2)", "rgb(1,2)"), ("rgb(    1)", "rgb(    1)"),
    ],
)  # fmt: skip
def test_a_colour_has_one_name(written, name):
    assert colour(written) == name


def test_a_bold_link_stands_out_and_a_coloured_one_does_not():
    page = '<a href="mailto:a@b?subject=4" style="color:blue"><b>4</b></a> <a href="mailto:x"><u>5</u></a>'
    assert looks(page) == [("4", "b")]


def test_each_look_has_its_own_span_and_one_look_in_several_tags_has_one():
    assert looks("one <b>two</b><b> three</b><i> four</i> five <u>six </u>") == [
        ("two three", "b"),
        (" four", "i"),
        ("six", "u"),
    ]


def test_the_number_that_a_list_draws_does_not_stand_out():
    assert looks("<ol><li><b>x</b></ol>") == [("x", "b")]


def test_an_empty_line_has_no_span():
    assert html_lines("<b>&nbsp;<br></b>one")[0][0].emphasis == ()


def test_what_is_struck_stays_struck_inside():
    lines, struck = html_lines('<s>4 <span style="text-decoration:none">5</span></s> 6')
    assert ([line.text for line in lines], struck) == (["6"], ["4 ", "5"])


def test_a_tag_that_its_style_undoes_strikes_nothing():
    assert html_lines('<s style="text-decoration:none">4</s>')[0][0].text == "4"
