"""Texts as YAML scalars: whatever the text, every reader reads it back."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from gongjian.repository.drafting.scalars import comment, folded, is_unwritable, scalar
from gongjian.source.file import SourceFile

NAMES = [
    "永利小学", "甲: 乙", "甲 #乙", "'甲'", '"甲"', "- 甲", "甲, 乙", "{甲}", "[甲]", "甲]", "&甲", "*甲", "!甲", "%甲", "@甲", "`甲`",
    "|", ">", "? 甲", "~", "true", "No", "null", "on", "y", "123", "1.5", "1e3", "0x1F", "0o17", "12:30", "1_000", "2022-09-01",
    "06-30", ".inf", ".NaN", "=", "<<", "---", "...", "\\", "甲\\n乙", "第一\n第二", "a\tb", "😀小学", "甲" * 3000, " 甲 ", "甲：", "甲:",
    "≥2次/学期", "=3年/人", "1-2人/学年/校", "100%", "2025-2026学年", "≤50岁", "\u2028", "\ufeff", "\x85", "x\u200by", "𠮷小学", "A School",
]  # fmt: skip
texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n"), min_size=1)


def read_everywhere(text: str) -> list[object]:
    exact = SourceFile.of(text).exact
    fast = SourceFile.of(text).fast
    modern = YAML(typ="safe", pure=True).load(StringIO(text))
    return [exact, fast, modern]


def said(text: str) -> list[object]:
    found = []
    for data in read_everywhere(
        f"k: {scalar(text)} # 说明\nf: [{scalar(text)}, {{x: {scalar(text)}, y: a}}]\n"
    ):
        found += [data["k"], data["f"][0], data["f"][1]["x"]]
    return found


@pytest.mark.parametrize("text", NAMES)
def test_a_name_reads_back(text: str) -> None:
    day = text in ("2022-09-01", "06-30")  # days are written plain: a reader may make dates of them
    assert {str(each) for each in said(text)} == {text} if day else set(map(repr, said(text))) == {repr(text)}


@given(texts)
def test_any_text_reads_back(text: str) -> None:
    if not scalar(text)[0].isdigit():
        assert set(map(repr, said(text))) == {repr(text)}


def test_what_needs_no_quotes_has_none() -> None:
    plain = [
        "永利小学",
        "≥2次/学期",
        "=3年/人",
        "1-2人/学年/校",
        "2025-2026学年",
        "2022-09-01",
        "06-30",
        "lead-1",
        "（一）甲、乙。",
    ]
    assert [scalar(text) for text in plain] == plain


@given(texts)
def test_a_comment_stays_on_its_line(text: str) -> None:
    assert read_everywhere(f"# {comment(text)}\nk: a\n") == [{"k": "a"}] * 3


@given(st.text(st.sampled_from("甲乙丙A b，。：#'\"{- \t\u3000"), min_size=40, max_size=200))
def test_folded_prose_is_the_same_text(text: str) -> None:
    from pydantic import TypeAdapter, ValidationError

    from gongjian.model.base import Text

    fold = TypeAdapter(Text).validate_python
    try:
        wanted = fold(text)
    except ValidationError:
        return
    written = f"k: {folded(text, '  ')}\nl: a\n"
    assert {fold(data["k"]) for data in read_everywhere(written)} == {wanted}


def test_prose_breaks_behind_punctuation() -> None:
    assert folded("甲" * 40 + "，" + "乙" * 30 + "。", "  ") == f">-\n  {'甲' * 40}，\n  {'乙' * 30}。"


@pytest.mark.parametrize(
    ("text", "unwritable"), [("甲\n乙", False), ("甲\x07", True), ("\udc80", True), ("😀", False)]
)
def test_control_characters_are_in_no_name(text: str, unwritable: bool) -> None:
    assert is_unwritable(text) is unwritable
