"""Document → the bytes of a PDF file."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from gongjian.document.layout import COMMON, Profile
from gongjian.document.pdf.flow import content_of
from gongjian.document.pdf.fonts import choose_fonts, font_folders
from gongjian.document.pdf.press import CHECKED, PLAIN, Lack, Standard, TypesettingError, press_of
from gongjian.document.pdf.rare import add_fonts, refuse
from gongjian.document.pdf.settings import settings_of
from gongjian.document.tree import Document

_UNPRINTED = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""Characters that only join or vary others; where a font lacks them, nothing is amiss on paper."""


def write_pdf(
    document: Document,
    profile: Profile = COMMON,
    standard: Standard = PLAIN,
    folders: Sequence[Path] = (),
) -> bytes:
    """Lay out a document; the same document and fonts give the same bytes.

    Args:
        document: the document.
        profile: how to lay it out.
        standard: what the file is to conform to, such as ``a-2b`` (PDF/A) for the archives.
        folders: folders with fonts, besides the system's and those in ``GONGJIAN_FONTS``.

    Raises:
        MissingExtraError: the `typst` package is not installed.
        MissingFontsError: a class of typefaces is not installed.
        MissingCharactersError: no installed font has some character.
        TypesettingError: the document cannot be set, or not in that standard.
    """
    profile = profile.for_script(document.script)
    press = press_of(font_folders(folders))
    chosen = choose_fonts(profile.fonts, press.installed)
    content = content_of(document, profile)

    data = {"profile": settings_of(profile, chosen), "document": content}
    pages = press.set_pages(data, CHECKED)
    if lacking := _printing(pages.lacks):
        data["profile"] = settings_of(profile, add_fonts(chosen, lacking, press))
        pages = press.set_pages(data, CHECKED)
        if lacking := _printing(pages.lacks):
            raise refuse(lacking)
    if standard != CHECKED:
        pages = press.set_pages(data, standard)
    if pages.lacks:
        raise refuse(text for text, _ in pages.lacks)
    if pages.problems:
        raise TypesettingError(f"排不出 PDF（{standard}）：{pages.problems[0]}")
    return pages.pdf


def _printing(lacks: Iterable[Lack]) -> list[str]:
    return [text for text, _ in lacks if not _UNPRINTED.issuperset(text)]
