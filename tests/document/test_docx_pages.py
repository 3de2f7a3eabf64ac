"""Pages as LibreOffice lays them out, measured: 22 lines of 28 characters, 版头, 版记, page numbers, turned pages."""

from dataclasses import replace

import paper
import pytest

from gongjian.document.docx import write_docx
from gongjian.document.layout import COMMON, LAYOUTS
from gongjian.document.markdown import parse_markdown

pytestmark = pytest.mark.skipif(bool(paper.missing()), reason=paper.missing() or "-")
floating = pytest.mark.skipif(
    not paper.missing() and paper.version() < 24,
    reason="LibreOffice 24 以前不会把整行宽的表排到页底，不量版记",
)

TOP, BOTTOM, LEFT, RIGHT = 37, 262, 28, 184
"""The 版心 (5.2.1)."""

PLAIN = f"""# 标题

{"事" * 28 * 60}

::: 附件（横排） 安排表
| 序号 | 活动 |
|:-:|---|
{"".join(f"| {number} | 示范课 |{chr(10)}" for number in range(60))}:::
"""

HEAD = """::: 版头
松阳县教育局
{more}文号：松教〔2021〕12号
:::

# 关于开展结对共建的通知

为缩小校际差距，现将有关事项通知如下。

::: 版记
抄送：县人民政府教育督导室，各乡镇人民政府、街道办事处，县人力资源和社会保障局，县财政局。
印发：松阳县教育局办公室
日期：2021年4月9日
:::
"""

SIGNING = """# 结对协议书

{text}

::: 签署
甲方（盖章）： | 乙方（盖章）：
松阳县实验小学 | 古市镇中心小学
年　　月　　日 | 年　　月　　日
:::
"""

SOURCES = {
    "common": (PLAIN, COMMON),
    "gbt33476": (PLAIN, LAYOUTS["gbt33476"]),
    "ink": (PLAIN, LAYOUTS["ink"]),
    "center": ("# 标题\n\n正文", replace(COMMON, page_number="center")),
    "head": (HEAD.format(more=""), COMMON),
    "preprinted": (HEAD.format(more=""), replace(COMMON, red_head="preprinted")),
    "joint": (HEAD.format(more="松阳县人力资源和社会保障局\n份号：000001\n密级：秘密\n"), COMMON),
    "long": (HEAD.format(more="标志：教育督导委员会办公室暨城乡学校结对共建工作领导小组\n"), COMMON),
    "upward": (HEAD.format(more="签发人：张某某、李某、王某某\n"), COMMON),
    "signing": (SIGNING.format(text="\n\n".join(["段落"] * 18)), COMMON),
}


@pytest.fixture(scope="session")
def printed(tmp_path_factory):
    """All of them as PDF, converted in one run."""
    documents = {
        name: write_docx(parse_markdown(source), profile) for name, (source, profile) in SOURCES.items()
    }
    folder = paper.convert(tmp_path_factory.mktemp("pages"), "pdf", documents)
    return lambda name: folder / f"{name}.pdf"


@pytest.fixture(scope="session")
def pages(printed):
    return paper.pages(printed("common"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_full_page_has_22_lines_of_28_characters(printed, layout):
    page = paper.pages(printed(layout))[1]
    assert ["".join(word.text for word in line) for line in page.lines()] == ["事" * 28] * 22 + ["—2—"]


@pytest.mark.parametrize(
    ("layout", "first", "last", "within"),
    [("ink", TOP, BOTTOM, 1.0), ("gbt33476", TOP, BOTTOM, 1.7), ("common", 40.4, 260.5, 0.7)],
)
def test_ink_fills_the_type_area(printed, layout, first, last, within):
    """By its own numbers GB/T 33476.2 does; margins of 37 and 35 mm hold the space above the first line too."""
    *text, _ = paper.ink(printed(layout), 2)
    assert len(text) == 22
    assert text[0].top == pytest.approx(first, abs=within)
    assert text[-1].bottom == pytest.approx(last, abs=within)
    assert min(line.left for line in text) == pytest.approx(LEFT, abs=1.5)
    assert max(line.right for line in text) == pytest.approx(RIGHT, abs=1.5)


@pytest.mark.parametrize(("layout", "edge"), [("common", BOTTOM), ("ink", BOTTOM), ("gbt33476", 297 - 32.58)])
def test_the_dashes_stand_7_millimetres_below(printed, layout, edge):
    for page in (1, 2):
        number = paper.ink(printed(layout), page)[-1]
        assert (number.top + number.bottom) / 2 - edge == pytest.approx(7, abs=1)


def test_page_numbers_stand_outside_one_character_in(printed):
    odd, even = (paper.ink(printed("common"), page)[-1] for page in (1, 2))
    assert odd.right == pytest.approx(RIGHT - 4.94, abs=0.7)
    assert even.left == pytest.approx(LEFT + 4.94, abs=0.7)


def test_page_numbers_in_the_middle(printed):
    number = paper.ink(printed("center"), 1)[-1]
    assert (number.left + number.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


@pytest.mark.parametrize("name", ["head", "joint", "long", "upward"])
def test_the_mark_begins_72_millimetres_down(printed, name):
    above = {"joint": 2}.get(name, 0)
    mark = paper.ink(printed(name), 1)[above]
    assert mark.top == pytest.approx(72, abs=1)
    assert mark.left >= LEFT - 0.5
    assert mark.right <= RIGHT + 0.5
    assert (mark.left + mark.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


@pytest.mark.parametrize(("name", "lines"), [("head", 2), ("joint", 4), ("upward", 3)])
def test_the_rule_runs_4_millimetres_under_the_number(printed, name, lines):
    number, rule = paper.ink(printed(name), 1)[lines - 1 : lines + 1]
    assert rule.top - number.bottom == pytest.approx(4, abs=0.5)
    assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=0.5)
    assert rule.bottom - rule.top == pytest.approx(0.5, abs=0.25)


def test_preprinted_paper_gets_the_same_lines_without_the_red(printed):
    _, number, rule, *rest = paper.ink(printed("head"), 1)
    own_number, *own_rest = paper.ink(printed("preprinted"), 1)
    assert own_number == number
    assert own_rest == rest
    assert rule not in own_rest


@floating
@pytest.mark.parametrize("name", ["head", "joint"])
def test_the_imprint_ends_with_the_type_area(printed, name):
    first, copies, more, middle, printer, last, number = paper.ink(printed(name), 1)[-7:]
    assert last.bottom == pytest.approx(BOTTOM, abs=0.5)
    for rule, thickness in ((first, 0.35), (middle, 0.25), (last, 0.35)):
        assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=0.5)
        assert rule.bottom - rule.top == pytest.approx(thickness, abs=0.25)
    assert [copies.left, printer.left] == pytest.approx([LEFT + 4.94] * 2, abs=1)
    assert more.left == pytest.approx(LEFT + 4 * 4.94, abs=1)
    assert max(copies.right, more.right) <= RIGHT - 4
    assert printer.right == pytest.approx(RIGHT - 4.94, abs=1)
    assert number.top > last.bottom


def test_parties_sign_on_one_page_under_a_line_of_the_text(printed):
    first, second = paper.pages(printed("signing"))
    assert [word.text for word in first.words if "方" in word.text] == []
    words = [word.text for word in second.words]
    assert words[:3] == ["段落", "甲方（盖章）：", "乙方（盖章）："]
    assert "古市镇中心小学" in words


def test_on_landscape_pages_the_number_is_turned_beside_the_table(pages):
    for number, page in enumerate(pages, start=1):
        if page.width > 280:
            (digits,) = [word for word in page.words if word.text == str(number) and word.left < TOP]
            assert (digits.left + digits.right) / 2 == pytest.approx(297 - BOTTOM - 7, abs=1.5)
            assert (digits.top > 105) == (number % 2 == 1)


def test_a_long_table_repeats_its_header(pages):
    landscape = [page for page in pages if page.width > 280]
    assert len(landscape) > 2
    assert all(any(word.text == "序号" for word in page.words) for page in landscape)
