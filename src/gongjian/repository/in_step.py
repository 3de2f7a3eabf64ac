"""Is a document on disk what its plan now prints?"""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile


def is_in_step(path: Path, content: bytes) -> bool:
    """Tell whether a file holds what would be written to it.

    Of Word files the parts are compared: another version of zlib deflates them to other bytes.
    """
    there = path.read_bytes()
    if there == content:
        return True
    return path.suffix.lower() == ".docx" and _parts(there) == _parts(content)


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of a package; none when it is no package."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return [(info.filename, package.read(info)) for info in package.infolist()]
    except (BadZipFile, OSError, ValueError):
        return []
