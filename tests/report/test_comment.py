"""Markdown: what is shown, what is escaped, what is left out."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample import CHOICE, HOSTILE, RUN, VAGUE

from gongjian.report.markdown import escaped, lines
from gongjian.report.run import Run

RENDER = MarkdownIt("commonmark")


def comment(run: Run, **options: object) -> str:
    return "\n".join(lines(run, **options))  # type: ignore[arg-type]


def test_links_lead_to_the_lines_of_files_and_nowhere_else() -> None:
    page = RENDER.render(comment(RUN))
    assert re.findall(r'href="([^"]*)"', page) == [
        *("%E6%9F%90%E5%8E%BF/plans/%E7%94%B2%20%E5%B0%8F%E5%AD%A6.yaml#L" + line for line in "2333"),
        "%E6%9F%90%E5%8E%BF/plans/50%25%20%231%2C%0A%5B%E6%96%B0%5D%3A%3Cb%3E.yaml#L1",
        "%E6%9F%90%E5%8E%BF/plans/50%25%20%231%2C%0A%5B%E6%96%B0%5D%3A%3Cb%3E.yaml#L2",
        "%E6%9F%90%E5%8E%BF/%E6%96%B9%E6%A1%88/%E4%B8%99.yaml#L2",
    ]


def test_links_may_begin_elsewhere() -> None:
    shown = comment(Run((CHOICE,), 1), below="https://example.org/a/blob/main/")
    assert (
        "[第 2 行](<https://example.org/a/blob/main/plans/%E7%94%B2%20%E5%B0%8F%E5%AD%A6.yaml#L2>)" in shown
    )


def test_only_our_tags_are_in_the_page() -> None:
    page = RENDER.render(comment(RUN))
    assert {*re.findall(r"<(\w+)", page)} == {
        "h3", "p", "ul", "li", "a", "strong", "details", "summary", "br", "span",
    }  # fmt: skip


@given(st.text())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    inline = RENDER.renderInline(f"甲 {escaped(text)}乙")
    assert {*re.findall(r"<(/?\w+)", inline)} <= {"span", "/span"}
    assert "\n" not in escaped(text)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("*强* _调_ `码` **重**", "*强* _调_ `码` **重**"),
        ("[a](http://b.cn) ![c](d)", "[a](http://b.cn) ![c](d)"),
        ("<b>&lt;", "&lt;b&gt;<span>&amp;</span>lt;"),
        ("@李某 a@b.cn", "<span>@</span>李某 a<span>@</span>b.cn"),
        ("GH-12 gh-3 GH-甲", "<span>GH</span>-12 <span>gh</span>-3 GH-甲"),
        ("#12 !3 ~4", "<span>#</span>12 <span>!</span>3 <span>~</span>4"),
        ("%5 $6 &7", "<span>%</span>5 <span>$</span>6 <span>&amp;</span>7"),
        ("100%，≥2次/学期", "100%，≥2次/学期"),
        ("/close", "/close"),
    ],
)
def test_markdown_in_a_text_means_nothing(text: str, page: str) -> None:
    assert RENDER.renderInline(f"甲 {escaped(text)}") == f"甲 {page}"


def test_nothing_in_a_comment_begins_a_line_of_its_own() -> None:
    odd = replace(HOSTILE, message="甲\n/close\n# 标题", hint="乙\n\n/merge", policy=None)
    shown = comment(Run((odd,), 1)).split("\n")
    assert [line for line in shown if line.startswith(("/", "#"))] == ["### gongjian：1 个提示"]


def test_without_findings_it_says_so() -> None:
    assert comment(Run((), 3)) == "### gongjian：没有发现问题\n\n检查了 3 个文件。"


@pytest.mark.parametrize("limit", [600, 1_000, 5_000, 60_000])
def test_it_never_grows_too_long_and_says_how_many_are_left_out(limit: int) -> None:
    run = Run(tuple(replace(CHOICE, file=f"plans/{n}.yaml") for n in range(900)), 900)
    shown = comment(run, limit=limit)
    listed = shown.count("- [第")
    assert len(shown) <= limit
    assert listed < 900
    assert shown.endswith(f"\n还有 {900 - listed} 个问题没有列出，请看完整的报告。")


def test_what_is_left_out_is_the_mildest_and_what_was_there_before() -> None:
    known, mild, bad = replace(CHOICE, known=True), VAGUE, replace(CHOICE, file="z.yaml")
    whole = comment(Run((known, mild, bad), 1, gone=0))
    assert [whole.index(word) for word in ("**警告**", "**错误**", "**错误（基线）**")] == sorted(
        whole.index(word) for word in ("**警告**", "**错误**", "**错误（基线）**")
    )
    assert "**错误**" in comment(Run((known, mild, bad), 1), limit=700)
    assert "**警告**" not in comment(Run((known, mild, bad), 1), limit=700)


def test_an_apostrophe_in_the_name_of_a_file_stays_one() -> None:
    page = RENDER.render(comment(Run((replace(CHOICE, file="plans/a'b.yaml"),), 1)))
    assert "plans/a'b.yaml" in page
