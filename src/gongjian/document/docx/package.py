"""Reproducible zip packages: the same parts give the same bytes.

`zipfile` can neither take parts that are deflated already nor leave out the time and
the system they were written on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from struct import Struct
from zlib import DEFLATED, MAX_WBITS, compressobj, crc32

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s4B4H3L5H2L")
_END = Struct("<4s4H2LH")
_VERSION = 20
_STORED = 0
_NEW_YEAR_1980 = 0x21
"""The earliest date that zip knows."""

FAST, SMALL = 1, 9
"""Levels of compression: for parts of one document, and for those deflated once."""

_WORTH_IT = 2000
"""Bytes; to set up the compressor for less takes longer than to write it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a package, ready to be written."""

    name: bytes
    method: int
    crc: int
    size: int
    data: bytes


def pack(name: str, content: bytes, level: int) -> Part:
    """Make a part, deflated unless it is small."""
    if len(content) < _WORTH_IT and level == FAST:
        return Part(name.encode("ascii"), _STORED, crc32(content), len(content), content)
    compressor = compressobj(level, DEFLATED, -MAX_WBITS)
    data = compressor.compress(content) + compressor.flush()
    return Part(name.encode("ascii"), DEFLATED, crc32(content), len(content), data)


def assemble(parts: Sequence[Part]) -> bytes:
    """Put the parts into a package in the order given."""
    body, directory, offset = [], [], 0
    for part in parts:
        facts = (0, part.method, 0, _NEW_YEAR_1980, part.crc, len(part.data), part.size, len(part.name), 0)
        header = _LOCAL.pack(b"PK\3\4", _VERSION, *facts)
        body += [header, part.name, part.data]
        directory += [
            _CENTRAL.pack(b"PK\1\2", _VERSION, 0, _VERSION, 0, *facts, 0, 0, 0, 0, offset),
            part.name,
        ]
        offset += len(header) + len(part.name) + len(part.data)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), size, offset, 0)
    return b"".join([*body, *directory, end])
