"""The style sheet: GB/T 9704-2012 in numbers, and fonts by their names on every system."""

import pytest
from html_page import Page

from gongjian.document.html import write_html
from gongjian.document.html.fonts import css_string, latin_faces, stack
from gongjian.document.layout import FONTS, LAYOUTS, Profile
from gongjian.document.tree import Document


def style(profile):
    (found,) = Page(write_html(Document("标题"), profile)).texts("style")
    return found


def test_the_paper_and_its_margins():
    common = style(Profile())
    assert "@page{\n  size:A4;\n  margin:104.9pt 73.7pt 99.2pt 79.4pt;" in common  # 37, 26, 35, 28 mm
    assert "@page wide{\n  size:A4 landscape;\n  margin:79.4pt 104.9pt 73.7pt 99.2pt;" in common
    assert "--line:28.95pt;--character:15.75pt" in common
    assert "letter-spacing:-0.25pt" in common
    assert "--line:29.45pt" in style(LAYOUTS["gbt33476"])


@pytest.mark.parametrize(
    ("place", "boxes"),
    [
        ("outside", ["@bottom-right{ content", "@bottom-left{ content", "@left-bottom{", "@left-top{"]),
        ("center", ["@bottom-center{ content", "@left-middle{"]),
    ],
)
def test_page_numbers(place, boxes):
    found = style(Profile(page_number=place))
    assert [box for box in (*"", "@bottom-right{ content", "@bottom-left{ content", "@left-bottom{", "@left-top{",
                            "@bottom-center{ content", "@left-middle{") if box in found] == boxes  # fmt: skip


def test_bold_levels_and_mirrored_margins():
    assert "font-weight:bold;break-after" not in style(Profile())
    assert style(Profile(bold=frozenset({2, 3}))).count("font-weight:bold;break-after") == 2
    assert "@page :left{margin-left:73.7pt;margin-right:79.4pt}" in style(Profile(mirror=True))


def test_a_profiles_fonts_come_first_and_stand_ins_follow():
    faces = stack("仿宋_GB2312", "body").split(",")
    assert faces[:2] == ['"gongjian-latin"', '"仿宋_GB2312"']
    assert {'"FangSong"', '"STFangsong"', '"FandolFang"'} < set(faces)
    assert faces[-1] == "serif"
    assert stack("黑体", "level_1").endswith(",sans-serif")
    assert len(set(faces)) == len(faces)


@pytest.mark.parametrize("name", FONTS)
def test_every_profile_names_its_fonts(name):
    fonts = FONTS[name]
    found = style(Profile(fonts=fonts))
    assert all(f'"{font}"' in found for font in (fonts.title, fonts.body, fonts.level_1, fonts.level_2))


def test_digits_have_a_face_of_their_own_and_quotes_have_not():
    assert latin_faces("Times New Roman").startswith('local("Times New Roman"),local("TimesNewRomanPSMT")')
    assert "unicode-range:U+20-7E" in style(Profile())


def test_a_fonts_name_cannot_leave_its_string():
    assert css_string('a"</style>\\') == '"a\\22 \\3c \\2f style\\3e \\5c "'
