"""Pages as LibreOffice lays them out: 22 lines of 28 characters, page numbers, turned pages."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from gongjian.document.docx import write_docx
from gongjian.document.markdown import parse_markdown

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="没有 LibreOffice 或 pdftotext，不量版面",
)

MILLIMETRE = 72 / 25.4
TOP, BOTTOM, LEFT, RIGHT = 37 * MILLIMETRE, 262 * MILLIMETRE, 28 * MILLIMETRE, 184 * MILLIMETRE

SOURCE = f"""# 标题

{"国" * 28 * 60}

::: 附件（横排） 安排表
| 序号 | 活动 |
|:-:|---|
{"".join(f"| {number} | 示范课 |{chr(10)}" for number in range(60))}:::
"""


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


class Page(NamedTuple):
    width: float
    words: list[Word]

    def lines(self):
        """The words of each line, by where its lower edge is."""
        found: dict[float, list[Word]] = {}
        for word in self.words:
            found.setdefault(round(word.bottom, 1), []).append(word)
        return [found[bottom] for bottom in sorted(found)]


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    (folder / "page.docx").write_bytes(write_docx(parse_markdown(SOURCE)))
    fonts = Path(__file__).parent / "fonts.conf"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "page.docx"],
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
        check=True,
        capture_output=True,
        timeout=120,
    )
    boxes = subprocess.run(
        ["pdftotext", "-bbox", folder / "page.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    return [
        Page(float(width), _words(page))
        for width, page in re.findall(r'<page width="([\d.]+)"(.*?)</page>', boxes, re.S)
    ]


def _words(page):
    number = r'="([\d.]+)"'
    pattern = rf"<word xMin{number} yMin{number} xMax{number} yMax{number}>(.*?)</word>"
    return [Word(*map(float, box), text) for *box, text in re.findall(pattern, page)]


def test_a_full_page_has_22_lines_of_28_characters(pages):
    lines = ["".join(word.text for word in line) for line in pages[1].lines()]
    assert lines == ["国" * 28] * 22 + ["—2—"]


def test_the_text_fills_the_type_area(pages):
    *lines, _ = pages[1].lines()
    assert lines[0][0].top == pytest.approx(TOP, abs=4 * MILLIMETRE)
    assert lines[-1][0].bottom == pytest.approx(BOTTOM, abs=2 * MILLIMETRE)
    assert min(word.left for line in lines for word in line) == pytest.approx(LEFT, abs=1.5)
    assert max(word.right for line in lines for word in line) == pytest.approx(RIGHT, abs=1.5)


def test_page_numbers_stand_outside_7_millimetres_below(pages):
    odd, even = pages[0].words[-3:], pages[1].words[-3:]
    assert [word.text for word in odd] == ["—", "1", "—"]
    assert [word.text for word in even] == ["—", "2", "—"]
    assert odd[-1].right == pytest.approx(RIGHT - 14, abs=2)
    assert even[0].left == pytest.approx(LEFT + 14, abs=2)
    middle = (odd[0].top + odd[0].bottom) / 2
    assert middle - BOTTOM == pytest.approx(7 * MILLIMETRE, abs=1 * MILLIMETRE)


def test_on_landscape_pages_the_number_is_turned_beside_the_table(pages):
    for number, page in enumerate(pages, start=1):
        if page.width > 800:
            (digits,) = [word for word in page.words if word.text == str(number) and word.left < TOP]
            below = 842 - BOTTOM
            assert (digits.left + digits.right) / 2 == pytest.approx(
                below - 7 * MILLIMETRE, abs=1.5 * MILLIMETRE
            )
            assert (digits.top > 300) == (number % 2 == 1)


def test_a_long_table_repeats_its_header(pages):
    landscape = [page for page in pages if page.width > 800]
    assert len(landscape) > 2
    assert all(any(word.text == "序号" for word in page.words) for page in landscape)
