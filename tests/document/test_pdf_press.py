"""Typst's errors and warnings."""

from dataclasses import replace
from pathlib import Path

import pytest
from pdf_pages import missing_fonts

from gongjian.document.layout import COMMON
from gongjian.document.markdown import parse_markdown
from gongjian.document.pdf.flow import content_of
from gongjian.document.pdf.fonts import MissingFontsError, choose_fonts, font_folders
from gongjian.document.pdf.press import CHECKED, TypesettingError, press_of
from gongjian.document.pdf.settings import settings_of

pytestmark = pytest.mark.skipif(bool(missing_fonts()), reason=f"不印 PDF：{missing_fonts()}")

IMPRINT = "\n::: 版记\n印发：松阳县教育局办公室\n日期：2022年3月15日\n:::\n"


def pages(source, **fonts):
    press = press_of(font_folders())
    chosen = choose_fonts(COMMON.fonts, press.installed) | fonts
    data = {"profile": settings_of(COMMON, chosen), "document": content_of(parse_markdown(source), COMMON)}
    return press.set_pages(data, CHECKED)


@pytest.mark.parametrize("lines", range(36, 44))
def test_the_place_of_the_imprint_is_found_without_a_warning(lines):
    assert pages("# 标题\n\n" + "行。\n\n" * lines + IMPRINT).warnings == ()


def test_a_whole_document_gives_no_warning():
    source = (Path(__file__).parent / "sample.md").read_text(encoding="utf-8").replace("𠮷、𡈽、😀", "无")
    result = pages(source + IMPRINT)
    assert (result.warnings, result.problems, result.lacks) == ((), (), ())


def test_a_font_that_has_gone_is_no_warning_but_an_error():
    body = choose_fonts(COMMON.fonts, press_of(font_folders()).installed)["body"]
    with pytest.raises(MissingFontsError, match="gone"):
        pages("# 标题\n\n正文", body=replace(body, families=("gone",)))


def test_a_mistake_of_ours_is_told_as_one():
    with pytest.raises(TypesettingError, match="请报告"):
        press_of(font_folders()).set_pages({"profile": {}, "document": {}}, CHECKED)


def test_what_lacks_where():
    press = press_of(font_folders())
    family = choose_fonts(COMMON.fonts, press.installed)["body"].families[-1]
    data = {"families": [family], "characters": ["国", "\U000f1234"]}
    assert press.set_pages(data, CHECKED, "probe.typ").lacks == (("\U000f1234", family),)
