"""Pages as Chromium prints them: 22 lines of 28 characters, page numbers, turned pages, the 版记 at the foot."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from gongjian.document.html import write_html
from gongjian.document.markdown import parse_markdown

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and shutil.which("pdftotext")), reason="没有 Chromium 或 pdftotext，不量网页打印的版面"
)

MILLIMETRE = 72 / 25.4
BOTTOM, LEFT, RIGHT = 262 * MILLIMETRE, 28 * MILLIMETRE, 184 * MILLIMETRE

SOURCE = f"""::: 版头
云岭县教育局
文号：云教〔2024〕1号
:::

# 标题

{"国" * 28 * 60}

::: 附件（横排） 安排表
| 序号 | 活动 |
|:-:|---|
{"".join(f"| {number} | 示范课 |{chr(10)}" for number in range(60))}:::

::: 附件 名册
册
:::

::: 版记
印发：云岭县教育局办公室
日期：2024年4月25日
:::
"""
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-pdf-header-footer",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """For each page its width and its words: left, top, right, bottom, text."""
    folder = tmp_path_factory.mktemp("html")
    (folder / "page.html").write_bytes(write_html(parse_markdown(SOURCE)))
    fonts = {"FONTCONFIG_FILE": str(Path(__file__).parent / "fonts.conf")}
    printed = subprocess.run(
        [CHROMIUM, *ARGUMENTS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/page.pdf", f"file://{folder}/page.html"],
        env=os.environ | fonts,
        check=False,
        capture_output=True,
        timeout=60,
    )  # fmt: skip
    if printed.returncode or not (folder / "page.pdf").is_file():
        pytest.skip("这里的 Chromium 运行不了，不量网页打印的版面")
    boxes = subprocess.run(
        ["pdftotext", "-bbox", folder / "page.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    return [
        (float(width), _words(page))
        for width, page in re.findall(r'<page width="([\d.]+)"(.*?)</page>', boxes, re.S)
    ]


def _words(page):
    number = r'="([\d.]+)"'
    found = re.findall(rf"<word xMin{number} yMin{number} xMax{number} yMax{number}>(.*?)</word>", page)
    return [(*map(float, box), text) for *box, text in found]


def test_a_full_page_has_22_lines_of_28_characters(pages):
    _, words = pages[1]
    assert [text for *_, text in words][:22] == ["国" * 28] * 22
    assert min(word[0] for word in words) == pytest.approx(LEFT, abs=1.5)
    assert max(word[2] for word in words[:22]) == pytest.approx(RIGHT, abs=1.5)


def test_page_numbers_stand_outside_7_millimetres_below(pages):
    odd, even = pages[0][1][-3:], pages[1][1][-3:]
    assert [text for *_, text in odd] == ["—", "1", "—"]
    assert [text for *_, text in even] == ["—", "2", "—"]
    assert odd[-1][2] == pytest.approx(RIGHT - 14, abs=2)
    assert even[0][0] == pytest.approx(LEFT + 14, abs=2)
    middle = (odd[1][1] + odd[1][3]) / 2
    assert middle - BOTTOM == pytest.approx(7 * MILLIMETRE, abs=1.5 * MILLIMETRE)


def test_a_long_table_lies_across_and_repeats_its_header(pages):
    landscape = [words for width, words in pages if width > 800]
    assert len(landscape) > 1
    assert all([text for *_, text in words].count("序号") == 1 for words in landscape)


def test_the_imprint_ends_the_last_page(pages):
    width, words = pages[-1]
    assert width < 600
    (printed,) = [word for word in words if word[4] == "云岭县教育局办公室"]
    assert printed[3] == pytest.approx(BOTTOM, abs=4 * MILLIMETRE)
