"""Text → data by a fast parser, for texts on which it cannot differ from libyaml.

The fast parser (yaml-rs) is some five times as fast as composing nodes, but types
scalars by itself and is young. So a text goes to it only when it has nothing in it
that the two read differently; and what it cannot take, for whatever reason, is left
to `gongjian.source.nodes`, which also words the errors. The tests hold the two
readers against each other on every case file and on generated texts.
"""

import re
from collections.abc import Iterator
from typing import Any

from gongjian.source.nesting import too_deep

try:
    import yaml_rs
except ImportError:  # no build for this platform: nodes serve, slower
    yaml_rs = None  # type: ignore[assignment]

_DOUBTFUL_PARTS = (
    "\t",  # tabs: the readers disagree where one may stand
    "<<",  # merge keys
    *(f"{before}:" for before in "\n [{,"),  # empty keys
    *(f":{after}" for after in "[]{},"),  # empty values in brackets
    *(f".{word}" for word in ("inf", "Inf", "INF", "nan", "NaN", "NAN")),
    *("\n---", "\n..."),  # document marks
)
"""Texts with one of these go to the exact reader."""

_INDICATORS = re.compile(
    r"""
    (?: (?<![^\n \[{,]) [&*!%@`?]                 # anchors, aliases, tags, directives, explicit keys, reserved
      | (?<![^\n \[{,]) [|>] (?!-?\n[ ]+[^ \n])  # block texts but the plainest
      | (?<=[0-9]) _ (?=[0-9])                    # 1_000
      | (?<![^\n \[{,+-]) 0[xXoObB]              # numbers of other bases
    )
    """,
    re.VERBOSE,
)
_HINTS = (*"&*!%@`?|>_", *(f"0{base}" for base in "xXoObB"))
"""What `_INDICATORS` can begin with."""


def _doubtful(text: str) -> bool:
    """Tell whether the fast parser might read a text in another way than libyaml."""
    if any(part in text for part in _DOUBTFUL_PARTS) or text.startswith((":", "---", "...")):
        return True
    return any(_INDICATORS.match(text, at) for hint in _HINTS for at in _occurrences(text, hint))


def _occurrences(text: str, part: str) -> Iterator[int]:
    """Yield the offsets of a part of a text; far quicker than a pattern where the part is rare."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def parse(text: str) -> Any | None:
    """Read a text into data, or give None where the exact reader must be asked."""
    if yaml_rs is None or _doubtful(text) or too_deep(text) is not None:
        return None
    try:
        return yaml_rs.loads(text, parse_datetime=False)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 (a Rust panic is no Exception; the exact reader decides)
        return None
