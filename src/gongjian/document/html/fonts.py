"""Fonts by what systems call them: first the profile's, then what stands in for it elsewhere."""

from collections.abc import Iterable
from typing import Literal

Role = Literal["title", "body", "level_1", "level_2", "footer"]

_STANDINS: dict[Role, tuple[str, ...]] = {
    "title": (
        "方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong",
        "gongjian-title", "Songti SC", "SimSun", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC",
    ),
    "body": (
        "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋", "STFangsong", "朱雀仿宋",
        "Zhuque Fangsong", "FandolFang", "FandolFang R", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC",
        "Source Han Serif SC",
    ),
    "level_1": (
        "黑体", "SimHei", "方正黑体_GBK", "华文黑体", "STHeiti", "Heiti SC", "PingFang SC", "Noto Sans CJK SC",
        "Noto Sans SC", "Source Han Sans SC", "思源黑体", "FandolHei", "Microsoft YaHei",
    ),
    "level_2": (
        "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "华文楷体", "STKaiti", "Kaiti SC", "FandolKai",
        "FandolKai R", "霞鹜文楷", "LXGW WenKai", "AR PL UKai CN",
    ),
    "footer": (
        "宋体", "SimSun", "Songti SC", "STSong", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "FandolSong",
    ),
}  # fmt: skip
"""Windows, macOS and Linux names; the last resort is the browser's own."""

_RARE = ("SimSun-ExtB", "BabelStone Han", "HanaMinB")
"""Faces with CJK extension B, after those with the common characters."""

_GENERIC: dict[Role, str] = {"level_1": "sans-serif"}

LATIN = "gongjian-latin"
"""The family that `latin_faces` stand behind: digits and letters only, so that “” and — stay Chinese."""

_LATIN = (
    "Times New Roman",
    "TimesNewRomanPSMT",
    "Times",
    "Liberation Serif",
    "Tinos",
    "Nimbus Roman",
    "FreeSerif",
)


_BOLD_SONG = (
    "Noto Serif CJK SC Bold", "NotoSerifCJKsc-Bold", "Noto Serif SC Bold", "NotoSerifSC-Bold", "Source Han Serif SC Bold",
    "SourceHanSerifSC-Bold", "Songti SC Bold", "STSongti-SC-Bold", "FandolSong Bold", "FandolSong-Bold",
)  # fmt: skip


def stack(name: str, role: Role) -> str:
    """A ``font-family`` that begins with the digits' face and the profile's font."""
    families = dict.fromkeys((*([LATIN] if role != "title" else []), name, *_STANDINS[role], *_RARE))
    return ",".join([*map(css_string, families), _GENERIC.get(role, "serif")])


def latin_faces(name: str) -> str:
    """The ``src`` of the digits' face: what the machine has of it, nothing fetched."""
    return _local((name, *_LATIN))


def bold_song() -> str:
    """The ``src`` of the title's face where there is no 小标宋: a bold 宋, which comes nearest."""
    return _local(_BOLD_SONG)


def _local(names: Iterable[str]) -> str:
    return ",".join(f"local({css_string(name)})" for name in dict.fromkeys(names))


def css_string(text: str) -> str:
    """A CSS string that can end neither itself nor the style element around it."""
    kept = "".join(
        character if character.isalnum() or character in " -_" else f"\\{ord(character):x} "
        for character in text
    )
    return f'"{kept}"'
