"""Text → data by a fast parser, for texts on which it cannot differ from libyaml.

The fast parser (yaml-rs) is some five times as fast as composing nodes, but types
scalars by itself and is young. So a text goes to it only when it has nothing in it
that the two read differently; and what it cannot take, for whatever reason, is left
to `gongjian.source.nodes`, which also words the errors. The tests hold the two
readers against each other on every case file and on generated texts.
"""

import re
from typing import Any

try:
    import yaml_rs
except ImportError:  # no build for this platform: nodes serve, slower
    yaml_rs = None  # type: ignore[assignment]

_DOUBTFUL = re.compile(
    r"""
      \t                           # tabs: the readers disagree where one may stand
    | (?:^|[ \[{,])[&*!%@`?]       # anchors, aliases, tags, directives, explicit keys, reserved characters
    | (?:^|[ \[{,]):|:[\[\]{},]   # empty keys, empty values in brackets
    | <<                           # merge keys
    | ^(?:---|\.\.\.)              # document marks
    | (?:^|[ \[{,])>              # folded blocks
    | (?:^|[ \[{,])\|(?![ ]*\n[ ]+[^ \n])  # literal blocks but the plainest
    | \b0[xXoObB]                  # numbers of other bases
    | [0-9]_[0-9]                  # 1_000
    | \.(?:inf|nan)                # numbers that are none
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


def parse(text: str) -> Any | None:
    """Read a text into data, or give None where the exact reader must be asked."""
    if yaml_rs is None or _DOUBTFUL.search(text):
        return None
    try:
        return yaml_rs.loads(text, parse_datetime=False)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 (a Rust panic is no Exception; the exact reader decides)
        return None
