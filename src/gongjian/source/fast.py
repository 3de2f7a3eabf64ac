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

_EMPTY = re.compile(r":(?:[\[\]{},]|(?<=[\n \[{,]:))")
"""A colon with no key before it, or in brackets with no value after it."""

_BASES = re.compile(r"0(?<![^\n \[{,+-]0)[xXoObB]")
"""How numbers of other bases than ten begin."""

_SPECIAL_FLOATS = tuple(f".{word}" for word in ("inf", "Inf", "INF", "nan", "NaN", "NAN"))

_INDICATORS = re.compile(
    r"""
    (?: (?<![^\n \[{,]) [&*!%@`?]                 # anchors, aliases, tags, directives, explicit keys, reserved
      | (?<![^\n \[{,]) [|>] (?!-?\n[ ]+[^ \n])  # block texts but the plainest
      | (?<=[0-9]) _ (?=[0-9])                    # 1_000
    )
    """,
    re.VERBOSE,
)
_HINTS = "&*!%@`?|>_"
"""What `_INDICATORS` can begin with."""


def _doubtful(text: str) -> bool:
    """Tell whether the fast parser might read a text in another way than libyaml.

    A single character is found ten times as fast as two, or as a pattern that can begin with
    several: so rare characters are looked for first, and what they may be part of only then.
    """
    return (
        "\t" in text  # the readers disagree where tabs may stand
        or ("<" in text and "<<" in text)  # merge keys
        or bool(_EMPTY.search(text))
        or bool(_BASES.search(text))
        or ("." in text and any(word in text for word in _SPECIAL_FLOATS))
        or "\n---" in text  # document marks
        or ("..." in text and "\n..." in text)
        or text.startswith((":", "---", "..."))
        or any(_INDICATORS.match(text, at) for hint in _HINTS for at in _occurrences(text, hint))
    )


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
