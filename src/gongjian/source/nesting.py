"""How deep a text nests, told before any parser sees it.

Every C and Rust parser of YAML recurses; some 30,000 brackets exhaust the stack and kill
the process. The count is cheap and errs on the side of refusing: brackets inside quotes
count too, but they come in pairs.
"""

import re

DEPTH_LIMIT = 64
"""How deep collections may nest; a plan nests about ten."""

_NOT_BRACKETS = bytes(sorted(set(range(256)) - set(b"[]{}")))
_BRACKETS = re.compile(r"[\[{\]}]")
_STAIRS = re.compile(rf"(?:[-?:][ \t]+){{{DEPTH_LIMIT}}}")


def too_deep(text: str) -> int | None:
    """Give the offset where a text passes the limit by brackets or by `- - -` on one line, or None.

    Nesting by indentation is not counted: its text grows with the square of its depth, so
    that a file small enough to be read cannot nest deep enough to do harm.
    """
    if max(map(len, text.split("\n"))) > 2 * DEPTH_LIMIT and (match := _STAIRS.search(text)):
        return match.start()
    return _first_too_deep(text) if _deeper_than(text, DEPTH_LIMIT) else None


def _deeper_than(text: str, limit: int) -> bool:
    """Tell whether brackets nest deeper than the limit: take the innermost pairs away, layer by layer."""
    if text.count("[") + text.count("{") <= limit:
        return False
    brackets = text.encode().translate(None, _NOT_BRACKETS)
    for _ in range(limit):
        peeled = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if len(peeled) == len(brackets):
            break
        brackets = peeled
    return len(brackets) > limit


def _first_too_deep(text: str) -> int | None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > DEPTH_LIMIT:
            return match.start()
    return None
