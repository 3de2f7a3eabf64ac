"""Findings about several files given their places: each file is read again, once, and let go."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from gongjian.model.file_kinds import schema_of
from gongjian.model.finding import Finding, Path, Place
from gongjian.model.keys import titles
from gongjian.report.excerpts import excerpt
from gongjian.report.words import visible
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import kind_of

_NAMED = 3
"""How many other places a message names."""

_START = Place(line=1, column=1, end_line=1, end_column=2)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a path is: its place, its anchor, and words to add where line and column are no help."""

    place: Place = _START
    anchor: Path = ()
    words: str = ""


Located = dict[Path, Spot]


def located(
    findings: Iterable[Finding], path_of: Callable[[str], FilePath]
) -> tuple[list[Finding], dict[str, str]]:
    """Give findings and what they refer to their places.

    Returns:
        the findings; of the files they are in, the lines they are at.
    """
    findings = list(findings)
    needed: dict[str, set[Path]] = {}
    for finding in findings:
        needed.setdefault(finding.file, set()).add(finding.at)
        for each in finding.related:
            needed.setdefault(each.file, set()).add(each.at)
    found: dict[str, Located] = {}
    texts: dict[str, str] = {}
    own = {finding.file for finding in findings}
    mended = {finding.file for finding in findings if finding.mend}
    for file, paths in needed.items():
        text, found[file] = _locate(path_of(file), file, paths)
        if file in own:
            texts[file] = (
                text if file in mended else excerpt(text, (each.place for each in found[file].values()))
            )
    return [_with_places(finding, found) for finding in findings], texts


def _with_places(finding: Finding, found: Mapping[str, Located]) -> Finding:
    """Place a finding; where it refers to is said at the end of its message."""
    spot = found[finding.file][finding.at]
    related = tuple(replace(each, place=found[each.file][each.at].place) for each in finding.related)
    more = f" 等 {len(related)} 处" if len(related) > _NAMED else ""
    named = "、".join(visible(str(each)) for each in related[:_NAMED])
    elsewhere = f"，见 {named}{more}" if related else ""
    message = f"{finding.message}{elsewhere}{spot.words}"
    return replace(finding, place=spot.place, anchor=spot.anchor, related=related, message=message)


def _locate(path: FilePath, file: str, paths: Iterable[Path]) -> tuple[str, Located]:
    """Find the places of some paths in a file; in one that is gone by now, the start."""
    from gongjian.repository.registries import is_spreadsheet

    try:
        return _in_sheets(path, paths) if is_spreadsheet(path) else _in_text(path, file, paths)
    except (SourceError, KeyError):
        return "", dict.fromkeys(paths, Spot())


def _in_text(path: FilePath, file: str, paths: Iterable[Path]) -> tuple[str, Located]:
    from gongjian.source.anchors import anchor
    from gongjian.source.places import locate

    source = SourceFile.read(path, file)
    nodes, names = source.nodes, titles(schema_of(kind_of(source)))
    return source.text, {each: Spot(locate(nodes, each, names), anchor(nodes, each, names)) for each in paths}


def _in_sheets(path: FilePath, paths: Iterable[Path]) -> tuple[str, Located]:
    from gongjian.rules.spreadsheet_rules import in_cell
    from gongjian.source.spreadsheet.registry import RegistrySheets, place_of_cell

    sheets = RegistrySheets.read(path)
    found: Located = {}
    for each in paths:
        cell = sheets.cell(each)
        found[each] = (
            Spot(place_of_cell(cell[1]), sheets.anchor(each), in_cell("", *cell)) if cell else Spot()
        )
    return sheets.text, found
