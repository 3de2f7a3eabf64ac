"""Which typefaces may set which part of a document: one table a role, the best first.

The standard names classes of typefaces only (GB/T 9704-2012, 5.2.2, 7.3). Every family in a
table is of its class; none stands in for another class, but 宋体 made bold for 小标宋.
``docs/fonts.md`` is made from these tables.
"""

from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "body", "level_1", "level_2", "footer", "latin"]
"""A part of the document, as `gongjian.document.layout.Fonts` names them."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of fonts.

    Attributes:
        family: the name that Typst knows it by.
        known_as: the name that Word and Chinese users know it by, if another.
        weight: 400 is plain, 700 bold.
        thicken: whether it is drawn bolder than it is.
    """

    family: str
    known_as: str = ""
    weight: int = 400
    thicken: bool = False


@dataclass(frozen=True, slots=True)
class Class:
    """A class of typefaces: its Chinese name, what it sets, and its families, the best first."""

    name: str
    sets: str
    typefaces: tuple[Typeface, ...]


CLASSES: dict[Role, Class] = {
    "title": Class(
        "小标宋",
        "标题、发文机关标志",
        (
            Typeface("FZXiaoBiaoSong-B05S", "方正小标宋简体"),
            Typeface("FZXiaoBiaoSong-B05", "方正小标宋_GBK"),
            Typeface("STZhongsong", "华文中宋"),
            Typeface("Source Han Serif SC", "思源宋体", 700),
            Typeface("Noto Serif CJK SC", weight=700),
            Typeface("Noto Serif SC", weight=700),
            Typeface("Songti SC", "宋体-简", 700),
            Typeface("FandolSong", weight=700),
            Typeface("SimSun", "宋体", thicken=True),
        ),
    ),
    "body": Class(
        "仿宋",
        "正文",
        (
            Typeface("FangSong_GB2312", "仿宋_GB2312"),
            Typeface("FangSong", "仿宋"),
            Typeface("FZFangSong-Z02S", "方正仿宋简体"),
            Typeface("FZFangSong-Z02", "方正仿宋_GBK"),
            Typeface("STFangsong", "华文仿宋"),
            Typeface("Zhuque Fangsong", "朱雀仿宋"),
            Typeface("Zhuque Fangsong (technical preview)", "朱雀仿宋（预览测试版）"),
            Typeface("FandolFang R"),
            Typeface("FandolFang"),
        ),
    ),
    "level_1": Class(
        "黑体",
        "一级标题、附件标识、表头",
        (
            Typeface("SimHei", "黑体"),
            Typeface("FZHei-B01S", "方正黑体简体"),
            Typeface("FZHei-B01", "方正黑体_GBK"),
            Typeface("STHeiti", "华文黑体"),
            Typeface("Heiti SC", "黑体-简"),
            Typeface("FandolHei"),
            Typeface("Source Han Sans SC", "思源黑体", 700),
            Typeface("Noto Sans CJK SC", weight=700),
            Typeface("Noto Sans SC", weight=700),
            Typeface("WenQuanYi Zen Hei", "文泉驿正黑"),
            Typeface("WenQuanYi Micro Hei", "文泉驿微米黑"),
            Typeface("Microsoft YaHei", "微软雅黑"),
        ),
    ),
    "level_2": Class(
        "楷体",
        "二级标题、副标题、签发人",
        (
            Typeface("KaiTi_GB2312", "楷体_GB2312"),
            Typeface("KaiTi", "楷体"),
            Typeface("FZKai-Z03S", "方正楷体简体"),
            Typeface("FZKai-Z03", "方正楷体_GBK"),
            Typeface("STKaiti", "华文楷体"),
            Typeface("Kaiti SC", "楷体-简"),
            Typeface("FandolKai"),
            Typeface("LXGW WenKai", "霞鹜文楷"),
            Typeface("LXGW WenKai GB", "霞鹜文楷 GB"),
            Typeface("AR PL UKai CN"),
            Typeface("AR PL KaitiM GB", "文鼎PL简中楷"),
        ),
    ),
    "footer": Class(
        "宋体",
        "页码",
        (
            Typeface("SimSun", "宋体"),
            Typeface("FZShuSong-Z01S", "方正书宋简体"),
            Typeface("FZShuSong-Z01", "方正书宋_GBK"),
            Typeface("STSong", "华文宋体"),
            Typeface("Songti SC", "宋体-简"),
            Typeface("Source Han Serif SC", "思源宋体"),
            Typeface("Noto Serif CJK SC"),
            Typeface("Noto Serif SC"),
            Typeface("FandolSong"),
            Typeface("AR PL UMing CN"),
            Typeface("AR PL SungtiL GB", "文鼎PL简报宋"),
        ),
    ),
    "latin": Class(
        "西文字体",
        "数字、拉丁字母",
        (
            Typeface("Times New Roman"),
            Typeface("Times"),
            Typeface("Liberation Serif"),
            Typeface("Tinos"),
            Typeface("Nimbus Roman"),
            Typeface("TeX Gyre Termes"),
            Typeface("Libertinus Serif"),  # comes with Typst: digits can always be set
        ),
    ),
}

FAMILIES = {
    face.known_as: face.family for each in CLASSES.values() for face in each.typefaces if face.known_as
}
"""Families by the names that profiles and Word have for them."""

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

INSTALLING = (
    "Debian、Ubuntu：apt install fonts-noto-cjk texlive-lang-chinese",
    "Fedora：dnf install google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts texlive-fandol",
    "Windows：设置→可选功能，添加“简体中文补充字体”",
    "macOS：字体册，下载“华文仿宋”“楷体-简”",
    "或者把字体文件放进一个文件夹，用环境变量 GONGJIAN_FONTS 指明",
)
"""Where fonts come from, for the reader of a message."""
