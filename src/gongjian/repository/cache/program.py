"""Digests, and the digest of this program: what it finds follows from its version, its files, its libraries."""

import os
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from gongjian import __version__

_LIBRARIES: Final = ("pydantic_core", "yaml", "yaml_rs", "chinese_calendar", "cel", "openpyxl")
"""Those that what is found depends on."""


def digest(start: bytes, parts: Iterable[bytes | str]) -> str:
    """Digest parts, one by one: where one ends and the next begins counts."""
    made = blake2b(start, digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "little"))
        made.update(data)
    return made.hexdigest()


@cache
def program() -> bytes:
    """Digest this program and the libraries it is built with."""
    libraries = (f"{name} {_installed(name)}" for name in _LIBRARIES)
    return digest(b"", [f"{__version__} {sys.version}", *libraries, *_sources()]).encode()


def _installed(module: str) -> str:
    """Tell which build of a library is installed; asking for its version would take longer than all else."""
    try:
        spec = find_spec(module)
        stat = Path(spec.origin).stat() if spec and spec.origin else None
    except (ImportError, OSError, ValueError):
        return "-"
    return f"{stat.st_size} {stat.st_mtime_ns}" if stat else "-"


def _sources() -> list[str]:
    """Tell this program's files by their size and time: whoever changes them would not change the version."""
    told = []
    pending = [os.fspath(Path(__file__).parents[2])]
    while pending:
        with os.scandir(pending.pop()) as listed:
            for entry in listed:
                if entry.is_dir():
                    pending += [entry.path] if entry.name != "__pycache__" else []
                elif entry.name.endswith((".py", ".yaml")):
                    stat = entry.stat()
                    told.append(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}")
    return sorted(told)
