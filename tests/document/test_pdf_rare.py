"""Characters that the chosen fonts lack."""

import pytest
from pdf_pages import Pdf, missing_fonts, printed

from gongjian.document.layout import COMMON
from gongjian.document.pdf.fonts import choose_fonts, font_folders
from gongjian.document.pdf.press import CHECKED, Pages, press_of
from gongjian.document.pdf.rare import MissingCharactersError, add_fonts, refuse

pytestmark = pytest.mark.skipif(bool(missing_fonts()), reason=f"不印 PDF：{missing_fonts()}")


class ListedPress:
    """A press whose fonts have only what is listed for them."""

    def __init__(self, installed, characters):
        self.installed = installed
        self._characters = characters

    def set_pages(self, data, standard, part):
        return Pages(
            b"",
            tuple(
                (character, family)
                for family in data["families"]
                for character in data["characters"]
                if character not in self._characters.get(family, "")
            ),
        )


@pytest.fixture
def press():
    return press_of(font_folders())


def others(press, characters, fonts):
    chosen = choose_fonts(COMMON.fonts, press.installed)
    added = add_fonts(chosen, characters, ListedPress(press.installed, fonts))
    kept = len(chosen["body"].families)
    assert added["body"].families[:kept] == chosen["body"].families
    return list(added["body"].families[kept:])


def test_each_character_gets_the_first_font_that_has_it(press):
    names = sorted(press.installed.names.values())
    first, last = names[0], names[-1]
    assert others(press, ["𠮷"], {first: "𠮷", last: "𠮷"}) in ([first], [last])
    assert sorted(others(press, ["𠮷", "😀"], {first: "𠮷", last: "😀"})) == sorted([first, last])


def test_what_no_font_has_is_named(press):
    with pytest.raises(MissingCharactersError) as caught:
        others(press, ["𠮷", "\ue000", "𠮷"], {})
    assert caught.value.message == "这台机器的字体里没有 𠮷（U+20BB7）、\ue000（U+E000）"


def test_of_very_many_the_first_are_named():
    message = refuse(map(chr, range(0x20000, 0x20100))).message
    assert message.count("U+") == 20
    assert message.endswith("等256个字")


def test_a_character_nobody_has_stops_the_document():
    with pytest.raises(MissingCharactersError, match=r"U\+F1234"):
        printed("# 标题\n\n王\U000f1234\n")


@pytest.mark.parametrize("character", ["𠮷", "😀"])
def test_rare_characters_are_set_in_another_font(character, press):
    families = list(press.installed.names.values())
    lacks = press.set_pages({"families": families, "characters": [character]}, CHECKED, "probe.typ").lacks
    if len(lacks) == len(families):
        pytest.skip(f"这台机器没有字体有 {character}")
    pdf = printed(f"# 标题\n\n王{character}老师\n\n| 姓名 |\n|---|\n| {character} |\n")
    assert pdf.pages[0].texts == ["标题", f"王{character}老师", "姓名", character]


def test_invisible_characters_are_no_reason_to_stop():
    pdf = printed("# 标题\n\n王\u200d老\ufe0f师\u200b\n")
    assert isinstance(pdf, Pdf)
    assert pdf.pages[0].texts[1][0] == "王"
