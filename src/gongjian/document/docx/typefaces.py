"""The fonts of a profile as Word's font table lists them, each with what to take where it is not installed."""

from dataclasses import dataclass

from gongjian.document.layout import Fonts


@dataclass(frozen=True, slots=True)
class Typeface:
    """An entry of the font table; ``instead`` are names to try in turn (ECMA-376, 17.8.3.1)."""

    name: str
    instead: str
    panose: str


_TITLE = ("方正小标宋简体", "方正小标宋_GBK", "华文中宋", "宋体", "SimSun")
_SONG = ("宋体", "SimSun", "方正书宋_GBK")
_FANG = ("仿宋_GB2312", "仿宋", "FangSong", "方正仿宋_GBK")
_HEI = ("黑体", "SimHei", "方正黑体_GBK")
_KAI = ("楷体_GB2312", "楷体", "KaiTi", "方正楷体_GBK")
"""Names of one and the same face, as different systems and offices have it."""


def typefaces(fonts: Fonts) -> list[Typeface]:
    """The profile's Chinese fonts, each once."""
    faces = (
        _face(fonts.body, _FANG, "02010609030101010101"),
        _face(fonts.level_1, _HEI, "02010609060101010101"),
        _face(fonts.level_2, _KAI, "02010609030101010101"),
        _face(fonts.footer, _SONG, "02010600030101010101"),
        _face(fonts.title, _TITLE, "03000509000000000000"),
    )
    found: dict[str, Typeface] = {}
    for face in faces:
        found.setdefault(face.name, face)
    return list(found.values())


def _face(name: str, family: tuple[str, ...], panose: str) -> Typeface:
    return Typeface(name, ",".join(each for each in family if each != name), panose)
