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
        path = root / FOLDER / name
        kept = json.loads(path.read_bytes()) if _is_ours(root) and path.is_file() else {}
        entries = kept["entries"] if kept["form"] == form else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return entries if isinstance(entries, dict) else {}


def _is_ours(root: Path) -> bool:
    """Tell whether the folder lies in the repository: one of somebody else must not have us write elsewhere."""
    return not (root / FOLDER).is_symlink()


def write(root: Path, name: str, form: int, entries: dict[str, Any]) -> None:
    """Write a file of the cache; a folder that cannot be written to keeps nothing."""
    import json

    from gongjian.repository.writing import write_atomically

    content = json.dumps({"form": form, "entries": entries}, ensure_ascii=False)
    if not _is_ours(root):
        return
    try:
        ignore = root / FOLDER / ".gitignore"
        if not ignore.exists():  # first: a program that is killed now leaves nothing that git would show
            write_atomically(ignore, _IGNORE)
        write_atomically(root / FOLDER / name, content.encode("utf-8", "surrogatepass"))
    except OSError:
        return
