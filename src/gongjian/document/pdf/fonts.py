"""The fonts of this machine, and which of them set a document.

What there is tells Typst's own listing (`typst.Fonts`): its names are the ones Typst will
look for, and it finds the same files. Reading the fonts' tables ourselves would be a guess
at both.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gongjian.document.errors import DocumentError, MissingExtraError
from gongjian.document.layout import Fonts
from gongjian.document.pdf.typefaces import CLASSES, FAMILIES, INSTALLING, Role, Typeface

if TYPE_CHECKING:
    import typst

FOLDERS_VARIABLE = "GONGJIAN_FONTS"
"""The environment variable with folders of fonts, separated as in PATH."""

_TEX_FOLDERS = (
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/texmf/fonts/opentype/public/fandol",
)
"""Where texlive-lang-chinese and texlive-fandol put their fonts, which only TeX looks into."""

_BOLD = 600


class MissingFontsError(DocumentError):
    """No font of a class that the document needs is installed."""


class FontFolderError(DocumentError):
    """A folder of fonts that was named is none."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The fonts that Typst sees: the names of the families by the same in small letters, and those with a bold face."""

    fonts: "typst.Fonts"
    names: Mapping[str, str]
    bold: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What sets one role: families in the order Typst is to try them, the weight, and how to make bold."""

    families: tuple[str | Mapping[str, str], ...]
    weight: int
    has_bold: bool
    thicken: bool

    def as_data(self) -> dict[str, object]:
        """The same, for JSON."""
        return asdict(self)


def font_folders(given: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The folders to search besides those of the system: those given, those of the environment, TeX's.

    Raises:
        FontFolderError: a folder given or named in the environment is none.
    """
    named = [Path(name) for name in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep) if name]
    wanted = (*given, *named)
    for folder in wanted:
        if not folder.is_dir():
            raise FontFolderError(
                f"没有字体文件夹 {folder}", f"检查环境变量 {FOLDERS_VARIABLE} 或设置里的字体文件夹"
            )
    return (*wanted, *filter(Path.is_dir, map(Path, _TEX_FOLDERS)))


@lru_cache(maxsize=4)
def installed_fonts(folders: tuple[Path, ...], *, system: bool = True) -> Installed:
    """Search the machine, once a process.

    Raises:
        MissingExtraError: the `typst` package is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError("印 pdf", "pdf") from error
    fonts = typst.Fonts(include_system_fonts=system, font_paths=[str(folder) for folder in folders])
    faces = fonts.fonts()
    return Installed(
        fonts,
        names={face.family.casefold(): face.family for face in faces},
        bold=frozenset(face.family for face in faces if face.weight >= _BOLD),
    )


def choose_fonts(fonts: Fonts, installed: Installed) -> dict[Role, Chosen]:
    """For every role the first family that is installed: the profile's own, then those of `CLASSES`.

    Raises:
        MissingFontsError: for a role there is none.
    """
    found = {role: _first_installed(role, getattr(fonts, role), installed) for role in CLASSES}
    missing = [CLASSES[role].name for role, typeface in found.items() if typeface is None]
    if missing:
        raise MissingFontsError(f"这台机器没有印公文要用的{'、'.join(missing)}字体", "；".join(INSTALLING))
    chosen = {role: typeface for role, typeface in found.items() if typeface}
    latin = {"name": chosen["latin"].family, "covers": "latin-in-cjk"}
    return {
        role: Chosen(
            # Page numbers are 宋体 throughout (7.5).
            families=(typeface.family,) if role in ("footer", "latin") else (latin, typeface.family),
            weight=typeface.weight,
            has_bold=typeface.weight < _BOLD and typeface.family in installed.bold,
            thicken=typeface.thicken,
        )
        for role, typeface in chosen.items()
    }


def _first_installed(role: Role, preferred: str, installed: Installed) -> Typeface | None:
    """The first of the role's families that is installed, by either of its names."""
    own = Typeface(FAMILIES.get(preferred, preferred), preferred)
    for typeface in (own, *CLASSES[role].typefaces):
        for name in (typeface.family, typeface.known_as):
            if family := installed.names.get(name.casefold()):
                return replace(typeface, family=family)
    return None
