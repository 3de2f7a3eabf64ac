"""Which typefaces may set which part of a document: one table a role, the best first.

The standard names classes of typefaces only (GB/T 9704-2012, 5.2.2, 7.3). Every family in a
table is of its class; none stands in for another class, save where a remark says so.
"""

from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "body", "level_1", "level_2", "footer", "latin"]
"""A part of the document, as `gongjian.document.layout.Fonts` names them."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family by the name that Typst knows it by, and its weight; ``thicken`` draws a plain one bolder."""

    family: str
    weight: int = 400
    thicken: bool = False


@dataclass(frozen=True, slots=True)
class Class:
    """A class of typefaces: its Chinese name, and its families, the best first."""

    name: str
    typefaces: tuple[Typeface, ...]


def _class(name: str, *typefaces: Typeface | str) -> Class:
    return Class(name, tuple(Typeface(each) if isinstance(each, str) else each for each in typefaces))


CLASSES: dict[Role, Class] = {
    "title": _class(
        "小标宋",
        "FZXiaoBiaoSong-B05S",  # 方正小标宋简体
        "FZXiaoBiaoSong-B05",  # 方正小标宋_GBK
        "STZhongsong",  # 华文中宋, of Microsoft Office
        Typeface("Source Han Serif SC", 700),
        Typeface("Noto Serif CJK SC", 700),
        Typeface("Noto Serif SC", 700),
        Typeface("Songti SC", 700),  # macOS
        Typeface("FandolSong", 700),
        Typeface("SimSun", thicken=True),  # every Windows; bold, as those set it who have no 小标宋
    ),
    "body": _class(
        "仿宋",
        "FangSong_GB2312",
        "FangSong",  # Windows
        "FZFangSong-Z02S",
        "FZFangSong-Z02",
        "STFangsong",  # macOS, Microsoft Office
        "Zhuque Fangsong (technical preview)",  # 朱雀仿宋
        "Zhuque Fangsong",
        "FandolFang R",  # TeX
        "FandolFang",
    ),
    "level_1": _class(
        "黑体",
        "SimHei",  # Windows
        "FZHei-B01S",
        "FZHei-B01",
        "STHeiti",  # macOS
        "Heiti SC",
        "FandolHei",
        Typeface("Source Han Sans SC", 700),
        Typeface("Noto Sans CJK SC", 700),
        Typeface("Noto Sans SC", 700),
        "WenQuanYi Zen Hei",
        "WenQuanYi Micro Hei",
        "Microsoft YaHei",
    ),
    "level_2": _class(
        "楷体",
        "KaiTi_GB2312",
        "KaiTi",  # Windows
        "FZKai-Z03S",
        "FZKai-Z03",
        "STKaiti",  # macOS, Microsoft Office
        "Kaiti SC",
        "FandolKai",
        "LXGW WenKai",  # 霞鹜文楷
        "LXGW WenKai GB",
        "AR PL UKai CN",
        "AR PL KaitiM GB",
    ),
    "footer": _class(
        "宋体",
        "SimSun",  # Windows
        "FZShuSong-Z01S",
        "FZShuSong-Z01",
        "STSong",  # macOS
        "Songti SC",
        "Source Han Serif SC",
        "Noto Serif CJK SC",
        "Noto Serif SC",
        "FandolSong",
        "AR PL UMing CN",
        "AR PL SungtiL GB",
    ),
    "latin": _class(
        "西文字体",
        "Times New Roman",
        "Times",
        "Liberation Serif",
        "Tinos",
        "Nimbus Roman",
        "TeX Gyre Termes",
        "Libertinus Serif",  # comes with Typst: digits can always be set
    ),
}

CHINESE_NAMES = {
    "方正小标宋简体": "FZXiaoBiaoSong-B05S",
    "方正小标宋_GBK": "FZXiaoBiaoSong-B05",
    "方正仿宋_GBK": "FZFangSong-Z02",
    "方正黑体_GBK": "FZHei-B01",
    "方正楷体_GBK": "FZKai-Z03",
    "仿宋_GB2312": "FangSong_GB2312",
    "楷体_GB2312": "KaiTi_GB2312",
    "仿宋": "FangSong",
    "楷体": "KaiTi",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
"""The names that profiles and Word have, and those in the fonts' own tables."""

INSTALLING = (
    "Debian、Ubuntu：apt install fonts-noto-cjk texlive-lang-chinese",
    "Fedora：dnf install google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts texlive-fandol",
    "Windows：设置里“可选功能”添加“中文(简体)补充字体”",
    "macOS：“字体册”里下载“华文仿宋”“楷体-简”",
    "或者把字体文件放进一个文件夹，让环境变量 GONGJIAN_FONTS 指向它",
)
"""Where fonts come from: hints for the reader of a message."""

RICH = (
    "SimSun-ExtB",
    "SimSun-ExtG",
    "Plangothic P1",
    "Plangothic P2",
    "HanaMinA",
    "HanaMinB",
    "BabelStone Han",
    "TW-Sung-Ext-B",
    "Noto Emoji",
    "Segoe UI Symbol",
    "Segoe UI Emoji",
    "Apple Color Emoji",
    "Noto Color Emoji",
    "Symbola",
    "DejaVu Sans",
)
"""Families with characters that few others have, the best first."""
