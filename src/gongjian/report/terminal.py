"""Findings for a person at a terminal: the line of the file, and a caret under the spot."""

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from gongjian.model.finding import Finding, Place
from gongjian.report.plain import spot
from gongjian.report.run import Run
from gongjian.report.words import grade, on_one_line

_COLOURS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_TAB = "    "
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_WIDEST = 160
"""How many cells of a long line are shown."""


def blocks(run: Run) -> Iterator[Text]:
    """Yield one block of lines a finding."""
    for finding in run.shown:
        yield _block(finding, run.texts.get(finding.file, "").split("\n"))


def _block(finding: Finding, lines: list[str]) -> Text:
    place = finding.place
    text = Text()
    text.append(spot(finding), "bold").append(" ")
    text.append(grade(finding), "dim" if finding.known else _COLOURS[finding.severity])
    text.append(f" {finding.rule} ", "dim").append(on_one_line(finding.message)).append("\n")
    if place and place.line <= len(lines) and any(lines):
        text.append(_frame(place, [_printable(line) for line in lines]))
    if finding.hint:
        text.append("  改法：", "green").append(on_one_line(finding.hint)).append("\n")
    return text


def _frame(place: Place, lines: list[str]) -> Text:
    """Show the line before, the line itself, and carets; widths count cells, not characters."""
    margin = len(str(place.line))
    frame = Text()
    if place.line > 1 and lines[place.line - 2].strip():
        frame.append(f"  {place.line - 1:>{margin}} │ ", "dim").append(_shown(lines[place.line - 2])).append(
            "\n"
        )
    line = lines[place.line - 1]
    cut = _cut(line, place.column - 1)
    before, marked = line[cut : place.column - 1], line[place.column - 1 : _end(place, line)]
    frame.append(f"  {place.line} │ ", "dim").append(("…" if cut else "") + _shown(line[cut:])).append("\n")
    indent = cell_len(("…" if cut else "") + before.replace("\t", _TAB))
    carets = max(1, cell_len(marked.replace("\t", _TAB)))
    frame.append(f"  {'':>{margin}} │ ", "dim").append(" " * indent).append("^" * carets, "red").append("\n")
    return frame


def _printable(line: str) -> str:
    """Put a sign in the place of each character that would move the cursor; columns stay."""
    return _CONTROL.sub("\ufffd", line)


def _end(place: Place, line: str) -> int:
    return place.end_column - 1 if place.end_line == place.line else len(line)


def _cut(line: str, column: int) -> int:
    """Give the index from which a long line is shown, so that the column is in view."""
    return max(0, column - _WIDEST // 4) if cell_len(line[:column]) > _WIDEST // 2 else 0


def _shown(line: str) -> str:
    line = line.replace("\t", _TAB)
    return line if len(line) <= _WIDEST // 2 else line[: _WIDEST // 2] + "…"
