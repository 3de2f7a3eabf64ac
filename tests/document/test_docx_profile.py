"""What a profile changes in the parts that all documents share."""

from dataclasses import replace

import pytest

from gongjian.document.docx import write_docx
from gongjian.document.layout import COMMON, FONTS, LAYOUTS
from gongjian.document.tree import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def styles(parts_of):
    """The properties of a style in a profile, as one string of XML names and values."""

    def of(name, **changes):
        part = parts_of(write_docx(Document("标题"), replace(COMMON, **changes)))["word/styles.xml"]
        (style,) = (each for each in part if each.get(f"{W}styleId") == name)
        return {
            element.tag.removeprefix(W): element.get(f"{W}val", element.get(f"{W}line", ""))
            for element in style.iter()
        }

    return of


def test_page_numbers_outside_or_in_the_middle(styles):
    assert styles("Footer")["jc"] == "right"
    assert styles("FooterEven")["jc"] == "left"
    assert styles("Footer", page_number="center")["jc"] == "center"
    assert "jc" not in styles("FooterEven", page_number="center")


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_bold_levels(styles, level):
    for style in (f"Heading{level}", f"Heading{level}Char"):
        assert "b" not in styles(style)
        assert "b" in styles(style, bold=frozenset({level}))
        assert "b" not in styles(style, bold=frozenset({1, 2, 3, 4} - {level}))


def test_the_red_is_white_where_paper_has_it_in_print(parts_of):
    for red_head, colour in (("electronic", "FF0000"), ("preprinted", "FFFFFF")):
        part = parts_of(write_docx(Document("标题"), replace(COMMON, red_head=red_head)))["word/styles.xml"]
        assert {each.get(f"{W}val") for each in part.iter(f"{W}color")} == {colour}
        assert {each.get(f"{W}color") for each in part.iter(f"{W}bottom")} - {None, "auto"} == {colour}


def test_mirrored_margins(parts_of):
    for mirror in (False, True):
        settings = parts_of(write_docx(Document("标题"), replace(COMMON, mirror=mirror)))["word/settings.xml"]
        assert (settings.find(f"{W}mirrorMargins") is not None) == mirror


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_mark_begins_at_the_same_height_whatever_the_margin(parts_of, layout):
    profile = LAYOUTS[layout]
    part = parts_of(write_docx(Document("标题"), profile))["word/styles.xml"]
    for above in range(4):
        (mark,) = (each for each in part if each.get(f"{W}styleId") == f"Mark{above}")
        before = int(mark.find(f"{W}pPr/{W}spacing").get(f"{W}before"))
        assert profile.top + above * profile.line + before == 4082  # 72 mm


@pytest.mark.parametrize("name", FONTS)
def test_other_names_of_each_font(parts_of, name):
    table = parts_of(write_docx(Document("标题"), replace(COMMON, fonts=FONTS[name])))["word/fontTable.xml"]
    for font in table:
        others = font.find(f"{W}altName")
        if font.get(f"{W}name") != "Times New Roman":
            assert font.get(f"{W}name") not in others.get(f"{W}val").split(",")
            assert len(others.get(f"{W}val").split(",")) >= 2


def test_without_a_red_head_the_document_begins_with_its_title(formal, parts_of):
    parts = parts_of(write_docx(formal, replace(COMMON, red_head="none")))
    first = next(parts["word/document.xml"].iter(f"{W}pStyle"))
    assert first.get(f"{W}val") == "Title"
