"""Where the cursor stands in a file that may not be whole yet: told by its indentation, not by its YAML.

Every line that opens a key or an item is one step; braces on the cursor's line open more.
"""

import re
from dataclasses import dataclass

from gongjian.model.finding import Path

_ITEM = re.compile(r"( *)- +|( *)-$")
_KEY = re.compile(r"""( *)(['"]?)([^\s'"#{}\[\],:：-][^'"#{}\[\],:：]*)\2 *:(?: +|$)""")
_PAIR = re.compile(r"""\s*(['"]?)([^'"{}\[\],:]+)\1 *:(?: +|$)(.*)""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is being written.

    Attributes:
        path: the keys, as written, and 0 for every list item around; with the key when it is a value.
        word: what stands before the cursor of the word being written.
        value: it is the value of the last key (or an item of its list), not a key.
        written: keys that stand beside it already.
    """

    path: Path
    word: str
    value: bool
    written: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Step:
    depth: int
    part: str | int
    rest: str


def spot_at(lines: list[str], row: int, column: int) -> Spot:
    """Tell where the cursor is: row and column in characters from 0."""
    before = lines[row][:column] if row < len(lines) else ""
    steps, rest, depth = _steps(before)
    path = _above(
        lines[:row], depth if not steps else steps[0].depth, in_list=bool(steps) and steps[0].part == 0
    )
    inner = tuple(step.part for step in steps)
    opened = _opened(rest)
    if opened is not None:
        more, word, value, written = opened
        return Spot((*path, *inner, *more), word, value, written)
    ends_in_key = bool(inner) and isinstance(inner[-1], str)
    bare_item = bool(inner) and not ends_in_key and _is_value_list(path)
    return Spot(
        (*path, *inner),
        rest.strip().strip("'\""),
        value=ends_in_key or bare_item,
        written=frozenset() if ends_in_key else _siblings(lines, row, depth),
    )


def _steps(line: str) -> tuple[list[_Step], str, int]:
    """Read what a line opens; give the steps, what comes after them, and its column."""
    steps: list[_Step] = []
    at = len(line) - len(line.lstrip(" "))
    while match := _ITEM.match(line[at:]):
        steps.append(_Step(at, 0, ""))
        at += match.end()
    if match := _KEY.match(line[at:]):
        steps.append(_Step(at, match[3].strip(), ""))
        return steps, line[at + match.end() :], at
    return steps, line[at:], at


def _above(lines: list[str], depth: int, *, in_list: bool) -> Path:
    """Give the path of what is around a line that begins at a column."""
    found: list[str | int] = []
    for line in reversed(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        for step in reversed(_steps(line)[0]):
            # a list may begin in the column of its key
            if step.depth < depth or (in_list and step.depth == depth and isinstance(step.part, str)):
                found.append(step.part)
                depth, in_list = step.depth, step.part == 0
        if depth == 0 and not in_list:
            break
    return tuple(reversed(found))


def _opened(rest: str) -> tuple[Path, str, bool, frozenset[str]] | None:
    """Follow the braces and brackets that are still open at the end of a text; None without any."""
    stack: list[tuple[str, list[str]]] = []
    for character in rest:
        if character in "{[":
            stack.append((character, [""]))
        elif character in "}]" and stack:
            stack.pop()
        elif character == "," and stack:
            stack[-1][1].append("")
            continue
        if stack and character not in "{[}]":
            stack[-1][1][-1] += character
    if not stack:
        return None
    path: list[str | int] = []
    word, value, written = "", False, frozenset[str]()
    for bracket, parts in stack:
        last = parts[-1]
        if bracket == "[":
            path.append(0)
            word, value, written = last.strip(), True, frozenset()
            continue
        pair = _PAIR.match(last)
        value = pair is not None
        written = frozenset(match[2].strip() for part in parts[:-1] if (match := _PAIR.match(part)))
        word = (pair[3] if pair else last).strip()
        if pair:
            path.append(pair[2].strip())
    return tuple(path), word.strip("'\""), value, written


def _is_value_list(path: Path) -> bool:
    """Tell whether an item may be a bare word; completion then offers both keys and values."""
    return bool(path) and isinstance(path[-1], str)


def _siblings(lines: list[str], row: int, depth: int) -> frozenset[str]:
    """Give the keys that stand in the same mapping, in lines before and after."""
    found: set[str] = set()
    first = any(step.part == 0 for step in _steps(lines[row])[0]) if row < len(lines) else False
    for step_lines, stops_at_item in ((reversed(lines[:row]), True), (iter(lines[row + 1 :]), False)):
        if stops_at_item and first:
            continue
        for line in step_lines:
            steps = _steps(line)[0]
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            shallow = len(line) - len(line.lstrip(" "))
            keys = [step for step in steps if isinstance(step.part, str)]
            inside = keys and keys[-1].depth == depth
            if inside and (shallow == depth or stops_at_item):
                found.add(str(keys[-1].part))
            if shallow < depth:
                break
    return frozenset(found)
