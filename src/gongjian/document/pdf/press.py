"""Typst at work: one warm compiler for a process, its errors made ours.

No page is printed with boxes instead of characters. Typst says nothing about a character
that no font has, unless the file is to be PDF/A, which forbids it; so every document is
set as PDF/A first, and what Typst then says is the truth about each character in the font
that was to set it. To write the same pages once more takes a tenth of the time.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from gongjian.document.errors import DocumentError
from gongjian.document.pdf.fonts import MissingFontsError, installed_fonts

Standard = Literal["1.7", "2.0", "a-1b", "a-2a", "a-2b", "a-2u", "a-3b", "ua-1"]
"""What a file is to conform to, by Typst's names."""

PLAIN: Standard = "1.7"
"""PDF without more."""

PARTS = Path(__file__).with_name("parts")

CHECKED: Standard = "a-2b"
"""The standard under which Typst tells what is missing."""

_OFFICIAL = "official.typ"
_ERROR = re.compile(r"^error: (.*)$", re.MULTILINE)
_LACKING = re.compile(r'the text `?"(.+?)"`? could not be displayed with font `?"(.+?)"`?$')
_UNKNOWN = re.compile(r"unknown font family: (.+)")
_OF_STANDARD = re.compile(r"PDF/\S+ error: ")
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


class TypesettingError(DocumentError):
    """Typst cannot set the document, or not in the standard asked for."""


Lack = tuple[str, str]
"""Characters, and the family that was to set them and has them not."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What came of setting: the file, or what was lacking for it, or else not as its standard wants it."""

    pdf: bytes
    lacks: tuple[Lack, ...] = ()
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Press:
    """Sets pages with the fonts of some folders and of the system."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.installed = installed_fonts(folders)
        import typst

        self._compiler = typst.Compiler(root=str(PARTS), font_paths=self.installed.fonts)

    def set_pages(self, data: Mapping[str, Any], standard: Standard, part: str = _OFFICIAL) -> Pages:
        """Set what a Typst file makes of some data.

        Raises:
            TypesettingError: what is wrong has nothing to do with the standard.
            MissingFontsError: a font has gone since it was found.
        """
        import typst

        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                input=str(PARTS / part),
                format="pdf",
                sys_inputs={name: json.dumps(value, ensure_ascii=False) for name, value in data.items()},
                pdf_standards=standard,
                timestamp=0,
            )
        except typst.TypstError as error:
            _refuse_unknown_fonts(error.diagnostic)
            return _complaints(error.diagnostic)
        for warning in warnings:
            _refuse_unknown_fonts(warning.message)
        assert isinstance(pdf, bytes)
        return Pages(pdf, warnings=tuple(warning.message for warning in warnings))


@lru_cache(maxsize=2)
def press_of(folders: tuple[Path, ...]) -> Press:
    """The press of this process: fonts are found and read once."""
    return Press(folders)


def _refuse_unknown_fonts(diagnostic: str) -> None:
    """To Typst an unknown family is a warning; it would set another."""
    if found := _UNKNOWN.search(diagnostic):
        raise MissingFontsError(f"找不到字体 {found[1]}", "它刚才还在；再印一次，按现在有的字体印")


def _complaints(diagnostic: str) -> Pages:
    """What an error says about the standard.

    Raises:
        TypesettingError: the error is of another kind.
    """
    lacks, problems = [], []
    for message in _ERROR.findall(diagnostic):
        if found := _LACKING.search(message):
            lacks.append((_unescaped(found[1]), found[2]))
        elif found := _OF_STANDARD.match(message):
            problems.append(message[found.end() :])
        else:
            raise TypesettingError(f"排不出 PDF：{message}", "这是程序的错，请报告")
    return Pages(b"", tuple(lacks), tuple(problems))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], text)
