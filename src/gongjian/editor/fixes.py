"""Quick fixes: what a finding's mend says, or a comment that waives it."""

from dataclasses import dataclass

from gongjian.editor.diagnostics import Diagnostic
from gongjian.editor.positions import Position, Range, lines_of, range_of, units
from gongjian.model.finding import Mend, Place
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.splicing import splice

_FILE, _WAIVERS = "GJ0", "GJ4"
"""Findings about files and about waivers cannot be waived by a comment."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One edit that an editor offers, and the diagnostic it is about."""

    title: str
    range: Range
    new: str
    diagnostic: Diagnostic
    preferred: bool = False


def fixes(text: str, diagnostic: Diagnostic) -> list[Fix]:
    """Give what can be done about a diagnostic, the best first."""
    lines = lines_of(text)
    end = "\r\n" if "\r\n" in text else "\n"
    found = [_mended(lines, diagnostic), _waived(lines, diagnostic, end)]
    return [each for each in found if each]


def _mended(lines: list[str], diagnostic: Diagnostic) -> Fix | None:
    finding = diagnostic.finding
    place, mend = finding.place, finding.mend
    if not place or not mend:
        return None
    new = _new_text(lines, place, mend)
    if new is None:
        return None
    shown = mend.new.strip() or "空格"
    return Fix(f"改成“{shown}”", range_of(lines, place), new, diagnostic, preferred=mend.sure)


def _new_text(lines: list[str], place: Place, mend: Mend) -> str | None:
    """Give what to write at a place, in the quotes that stand there; None when something else stands there."""
    if place.line != place.end_line or place.line > len(lines):
        return None
    line = lines[place.line - 1]
    here = Place(line=1, column=place.column, end_line=1, end_column=place.end_column)
    edited = splice(line, [(here, mend)])
    if edited is None:
        return None
    after = len(line) - (place.end_column - 1)
    return edited[place.column - 1 : len(edited) - after]


def _waived(lines: list[str], diagnostic: Diagnostic, end_of_line: str) -> Fix | None:
    """Put a comment above the line; it must not land inside a text of several lines."""
    finding = diagnostic.finding
    if not finding.place or finding.rule.startswith((_FILE, _WAIVERS)) or finding.place.line > len(lines):
        return None
    row = finding.place.line - 1
    line = lines[row]
    indent = line[: len(line) - len(line.lstrip(" "))]
    above = Fix(
        "豁免这个问题（写上理由）",
        Range(Position(row, 0), Position(row, 0)),
        f"{indent}# gongjian: ignore[{finding.rule}] 理由{end_of_line}",
        diagnostic,
    )
    if _keeps_its_data(lines, [*lines[:row], above.new.rstrip("\r\n"), *lines[row:]]):
        return above
    end = Position(row, units(line))
    behind = f"  # gongjian: ignore[{finding.rule}] 理由"
    if _keeps_its_data(lines, [*lines[:row], line + behind, *lines[row + 1 :]]):
        return Fix(above.title, Range(end, end), behind, diagnostic)
    return None


def _keeps_its_data(before: list[str], after: list[str]) -> bool:
    try:
        return bool(SourceFile.of("\n".join(before)).exact == SourceFile.of("\n".join(after)).exact)
    except SourceError:
        return False
