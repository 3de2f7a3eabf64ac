"""Paths of files as addresses."""

import os
from pathlib import Path
from urllib.parse import quote


def uri(path: str) -> str:
    """Write a path as a URI: relative when it is, whatever its characters and bytes."""
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(os.fsencode(path))
