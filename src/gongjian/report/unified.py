"""How two versions of a file differ, as `patch -p0` and `git apply -p0` read it."""

from collections.abc import Iterator
from difflib import unified_diff

from gongjian.report.words import visible

_NO_END = "\\ No newline at end of file"


def unified(name: str, old: bytes, new: bytes) -> str:
    """Give the differences of two versions of a file; nothing when there are none."""
    return "".join(_lines(name, _split(old), _split(new)))


def _split(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").split("\n")


def _lines(name: str, old: list[str], new: list[str]) -> Iterator[str]:
    before, after = (
        [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1]) for lines in (old, new)
    )
    name = _header(name)
    for line in unified_diff(before, after, name, name):
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}\n"


def _header(name: str) -> str:
    """Write a file name as `diff` does: in quotes when it has signs that do not show, else a tab ends it."""
    shown = visible(name)
    if shown != name:
        return '"' + shown.replace('"', '\\"') + '"'
    return f"{name}\t" if " " in name else name
