"""Text in a line: escaping, marks, and what stands for itself."""

from re import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import hostile_text

from gongjian.document.inline import clean_text, escape_text, parse_inlines, write_inlines
from gongjian.document.tree import Text


@given(hostile_text)
def test_escaped_text_reads_back_as_itself(text):
    assert "".join(inline.text for inline in parse_inlines(escape_text(text))) == clean_text(text)


@given(hostile_text)
def test_escaped_text_stays_on_one_line(text):
    assert "\n" not in escape_text(text)


@given(hostile_text, hostile_text)
def test_values_put_side_by_side_make_no_structure_together(first, second):
    together = parse_inlines(escape_text(first) + escape_text(second))
    assert "".join(inline.text for inline in together) == clean_text(first) + clean_text(second)


@given(st.lists(st.builds(Text, hostile_text, st.sampled_from(["plain", "strong", "pending"])), max_size=4))
def test_written_inlines_read_back(inlines):
    written = write_inlines(inlines)
    again = write_inlines(parse_inlines(written))
    assert write_inlines(parse_inlines(again)) == again
    assert "".join(i.text for i in parse_inlines(written)) == "".join(clean_text(i.text) for i in inlines)


@pytest.mark.parametrize(
    ("source", "inlines"),
    [
        ("", ()),
        ("办学", (Text("办学"),)),
        ("不少于**2人**。", (Text("不少于"), Text("2人", "strong"), Text("。"))),
        ("电话==待补==", (Text("电话"), Text("待补", "pending"))),
        ("上<br>下", (Text("上\n下"),)),
        (r"\*\*不粗\*\*", (Text("**不粗**"),)),
        ("一个*号和<b>都照印", (Text("一个*号和<b>都照印"),)),
        ("&#12288;&lt;&amp;&nbsp;", (Text("\u3000<&\xa0"),)),
        ("&copy; &#0; &#9999999;", (Text("&copy; &#0; &#9999999;"),)),
        (r"C:\学校", (Text(r"C:\学校"),)),
        ("****", ()),
    ],
)
def test_inlines(source, inlines):
    assert parse_inlines(source) == inlines


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("只有**一半", "** 没有成对"),
        ("==待补", "== 没有成对"),
        ("**粗==体**", "** 与 == 交叉，要先收尾里面的一对"),
    ],
)
def test_marks_without_partner(source, message):
    with pytest.raises(ValueError, match=f"^{escape(message)}$"):
        parse_inlines(source)


def test_what_xml_forbids_is_removed():
    assert clean_text("甲\x00\x08\x0b\x1f\ud800\ufffe\uffff乙\x7f\x85𠮷😀") == "甲乙\x7f\x85𠮷😀"


def test_line_ends_become_one_kind():
    assert clean_text("甲\r\n乙\r丙\n") == "甲\n乙\n丙\n"
