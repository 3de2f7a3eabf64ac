"""Characters that the chosen fonts lack, such as rare names, CJK extension B, emoji.

Another installed font may have them. Typst itself is asked which: it sets them in every
family at once and says what is missing in each.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gongjian.document.errors import DocumentError
from gongjian.document.pdf.fonts import Chosen, Installed
from gongjian.document.pdf.press import CHECKED, Press
from gongjian.document.pdf.typefaces import CLASSES, RICH, Role

_PROBE = "probe.typ"
_MOST_NAMED = 20


class MissingCharactersError(DocumentError):
    """No installed font has some of the document's characters."""


def add_fonts(chosen: Mapping[Role, Chosen], characters: Iterable[str], press: Press) -> dict[Role, Chosen]:
    """The chosen fonts, and behind them those that have the characters they lack.

    Raises:
        MissingCharactersError: there are none for some of them.
    """
    wanted = tuple(dict.fromkeys(characters))
    others = list(dict.fromkeys(_families_for(wanted, press)))
    return {role: replace(font, families=(*font.families, *others)) for role, font in chosen.items()}


def refuse(characters: Iterable[str]) -> MissingCharactersError:
    """The error that names characters which cannot be printed."""
    named = list(dict.fromkeys(characters))
    names = "、".join(f"{text}（{_code_points(text)}）" for text in named[:_MOST_NAMED])
    more = f"等{len(named)}个字" if len(named) > _MOST_NAMED else ""
    return MissingCharactersError(
        f"这台机器的字体里没有 {names}{more}",
        "装上字多的字体，如 fonts-noto-cjk（Windows：SimSun-ExtB），表情符号用 fonts-noto-color-emoji；或者换掉这些字",
    )


def _families_for(characters: tuple[str, ...], press: Press) -> Iterator[str]:
    """For each character the first family that has it."""
    families = list(_preferred(press.installed))
    data = {"families": families, "characters": characters}
    lacks = set(press.set_pages(data, CHECKED, _PROBE).lacks)
    found = {
        character: next((family for family in families if (character, family) not in lacks), None)
        for character in characters
    }
    if missing := [character for character, family in found.items() if family is None]:
        raise refuse(missing)
    yield from filter(None, found.values())


def _preferred(installed: Installed) -> Iterator[str]:
    """Every installed family: 宋体 first, it goes with any text, then those of the other classes, then the rest."""
    classes = (CLASSES[role] for role in ("footer", "level_2", "body", "level_1", "title"))
    known = [*(face.family for each in classes for face in each.typefaces), *RICH]
    names = [installed.names.get(family.casefold()) for family in known]
    yield from dict.fromkeys([*filter(None, names), *sorted(installed.names.values())])


def _code_points(text: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in text)
