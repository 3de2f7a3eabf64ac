"""Write the table of Traditional characters that reading needs, from OpenCC; or check that it is not stale.

python docs/script_table.py            writes src/gongjian/model/script_table.py
python docs/script_table.py --check    says when it is stale and exits with 1; another OpenCC's is not compared

Every Traditional character (Taiwan's and Hong Kong's forms too) whose Simplified one is in GB/T 2312: the table
knows no words, so that a new field or kind of activity needs no new table.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from opencc import OpenCC, __version__

TABLE = Path(__file__).parents[1] / "src/gongjian/model/script_table.py"
TO_SIMPLIFIED = ("t2s", "tw2s", "hk2s")
IDEOGRAPHS = range(0x4E00, 0xA000)
ROW = 64

HEAD = f'''"""Traditional characters and their Simplified ones.

Written by docs/script_table.py from OpenCC {__version__} (Apache-2.0).
"""

from typing import Final

'''


def pairs() -> dict[str, str]:
    """Give each Traditional character its Simplified one; what is Simplified itself (么, of 麼) stays."""
    found: dict[str, str] = {}
    for convert in (OpenCC(name).convert for name in TO_SIMPLIFIED):
        for traditional in map(chr, IDEOGRAPHS):
            simplified = convert(traditional)
            if simplified != traditional and _is_common(simplified):
                found.setdefault(traditional, simplified)
    return {one: found[one] for one in sorted(found.keys() - set(found.values()))}


def _is_common(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def table() -> str:
    """Give the text of the module."""
    found = pairs()
    return HEAD + "\n".join((*_constant("TRADITIONAL", found), "", *_constant("SIMPLIFIED", found.values())))


def _constant(name: str, characters: object) -> Iterator[str]:
    text = "".join(characters)  # type: ignore[arg-type]
    yield f"{name}: Final = ("
    yield from (f'    "{text[start : start + ROW]}"' for start in range(0, len(text), ROW))
    yield ")\n" if name == "SIMPLIFIED" else ")"


def main(arguments: list[str]) -> int:
    """Write, or check."""
    if arguments == ["--check"]:
        written = TABLE.read_text(encoding="utf-8")
        stale = f"OpenCC {__version__} " in written and written != table()
        if stale:
            print(f"stale: {TABLE.name} (python docs/script_table.py)")
        return int(stale)
    TABLE.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
