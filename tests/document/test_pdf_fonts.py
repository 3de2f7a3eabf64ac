"""Which fonts set a document, and what is said when there are none."""

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from gongjian.document.errors import MissingExtraError
from gongjian.document.layout import COMMON, FONTS
from gongjian.document.pdf.fonts import (
    FontFolderError,
    Installed,
    MissingFontsError,
    choose_fonts,
    font_folders,
    installed_fonts,
)
from gongjian.document.pdf.typefaces import CLASSES, FAMILIES

needs_typst = pytest.mark.skipif(not find_spec("typst"), reason="没有装 typst")

FANDOL = ("FandolSong", "FandolFang R", "FandolHei", "FandolKai", "Libertinus Serif")
WINDOWS = ("SimSun", "FangSong", "SimHei", "KaiTi", "Times New Roman")


def installed(*families, bold=()):
    return Installed(None, {family.casefold(): family for family in families}, frozenset(bold))


def chosen(fonts, *families, bold=()):
    return {
        role: (font.families[-1], font.weight)
        for role, font in choose_fonts(fonts, installed(*families, bold=bold)).items()
    }


def test_a_machine_with_tex_fonts():
    assert chosen(COMMON.fonts, *FANDOL) == {
        "title": ("FandolSong", 700),
        "body": ("FandolFang R", 400),
        "level_1": ("FandolHei", 400),
        "level_2": ("FandolKai", 400),
        "footer": ("FandolSong", 400),
        "latin": ("Libertinus Serif", 400),
    }


def test_a_bare_windows_sets_its_titles_in_simsun_drawn_bolder():
    fonts = choose_fonts(COMMON.fonts, installed(*WINDOWS))
    assert (fonts["title"].families[-1], fonts["title"].thicken) == ("SimSun", True)
    assert not choose_fonts(FONTS["windows"], installed(*WINDOWS))[
        "title"
    ].thicken  # 宋体 is what it asks for


def test_the_profiles_own_fonts_come_first():
    large = ("FZXiaoBiaoSong-B05", "FZFangSong-Z02", "FZHei-B01", "FZKai-Z03")
    found = chosen(FONTS["fzgbk"], *WINDOWS, "FZXiaoBiaoSong-B05S", *large)
    assert tuple(found[role][0] for role in ("title", "body", "level_1", "level_2")) == large
    assert chosen(FONTS["gb2312"], *WINDOWS, "FangSong_GB2312")["body"] == ("FangSong_GB2312", 400)


def test_a_font_may_be_listed_by_its_chinese_name():
    assert chosen(COMMON.fonts, *FANDOL, "方正小标宋简体")["title"] == ("方正小标宋简体", 400)


def test_digits_have_a_font_of_their_own_but_page_numbers_are_song():
    fonts = choose_fonts(COMMON.fonts, installed(*WINDOWS))
    latin = {"name": "Times New Roman", "covers": "latin-in-cjk"}
    assert fonts["body"].families == (latin, "FangSong")
    assert fonts["footer"].families == ("SimSun",)


def test_bold_is_the_familys_own_if_it_has_one():
    fonts = choose_fonts(COMMON.fonts, installed(*FANDOL, bold=["FandolHei", "FandolSong"]))
    assert {role: font.has_bold for role, font in fonts.items()} == {
        "title": False,  # is bold already
        "body": False,
        "level_1": True,
        "level_2": False,
        "footer": True,
        "latin": False,
    }


@pytest.mark.parametrize(
    ("present", "missing"),
    [
        (["DejaVu Sans", "Libertinus Serif"], "小标宋、仿宋、黑体、楷体、宋体"),
        (["Noto Serif CJK SC", "Noto Sans CJK SC", "Libertinus Serif"], "仿宋、楷体"),
    ],
)
def test_a_class_without_fonts_is_named_with_what_to_install(present, missing):
    with pytest.raises(MissingFontsError) as caught:
        choose_fonts(COMMON.fonts, installed(*present))
    assert caught.value.message == f"这台机器没有印公文要用的{missing}字体"
    for place in ("apt install", "dnf install", "Windows", "macOS", "GONGJIAN_FONTS"):
        assert place in caught.value.hint


@needs_typst
def test_an_empty_folder_and_no_system_fonts(tmp_path):
    found = installed_fonts((tmp_path,), system=False)
    assert "libertinus serif" in found.names
    with pytest.raises(MissingFontsError, match="仿宋"):
        choose_fonts(COMMON.fonts, found)


@needs_typst
def test_fonts_in_a_folder_are_found_by_the_names_typst_will_look_for(tmp_path):
    everywhere = installed_fonts(font_folders()).fonts.fonts()
    font = next((face for face in everywhere if face.path and face.weight == 400), None)
    if not font:
        pytest.skip("这台机器没有字体文件")
    (tmp_path / Path(font.path).name).write_bytes(Path(font.path).read_bytes())
    assert font.family.casefold() in installed_fonts((tmp_path,), system=False).names


def test_folders_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("GONGJIAN_FONTS", str(tmp_path))
    assert font_folders([tmp_path.parent])[:2] == (tmp_path.parent, tmp_path)
    monkeypatch.setenv("GONGJIAN_FONTS", str(tmp_path / "没有"))
    with pytest.raises(FontFolderError, match="没有字体文件夹"):
        font_folders()


def test_without_typst_the_command_that_installs_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError) as caught:
        installed_fonts((tmp_path / "typst",))
    assert str(caught.value) == '印 pdf，还要装一个扩展（先运行：pip install "gongjian[pdf]"）'


def test_the_profiles_names_are_in_the_tables():
    named = {
        name for fonts in FONTS.values() for name in (fonts.title, fonts.body, fonts.level_1, fonts.level_2)
    }
    assert named <= FAMILIES.keys()


@pytest.mark.parametrize("role", CLASSES)
def test_no_family_stands_twice_in_a_table(role):
    families = [face.family for face in CLASSES[role].typefaces]
    assert len(families) == len(set(families))
