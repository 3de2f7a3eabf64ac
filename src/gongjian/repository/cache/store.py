"""The files of the cache: read as nothing when anything is wrong with them, written at once or not at all."""

from pathlib import Path
from typing import Any, Final

FOLDER: Final = ".gongjian"
"""In the folder of the repository; not to be committed."""

_IGNORE: Final = b"*\n"


def read(root: Path, name: str, form: int) -> dict[str, Any]:
    """Read the entries of a file of the cache; none when it is not there, cannot be read, or has another form."""
    import json

    try:
        kept = json.loads((root / FOLDER / name).read_bytes())
        entries = kept["entries"] if kept["form"] == form else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return entries if isinstance(entries, dict) else {}


def write(root: Path, name: str, form: int, entries: dict[str, Any]) -> None:
    """Write a file of the cache; a folder that cannot be written to keeps nothing."""
    import json

    from gongjian.repository.writing import write_atomically

    content = json.dumps({"form": form, "entries": entries}, ensure_ascii=False)
    try:
        write_atomically(root / FOLDER / name, content.encode("utf-8", "surrogatepass"))
        ignore = root / FOLDER / ".gitignore"
        if not ignore.exists():
            write_atomically(ignore, _IGNORE)
    except OSError:
        return
