"""Write files so that a reader sees the old content or the new, never a part."""

import os
import tempfile
from pathlib import Path

from gongjian.source.decoding import is_handed_over


def write_atomically(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Write a file by way of a temporary one beside it; missing folders are made.

    Args:
        path: the file.
        content: what it shall hold.
        durable: wait until the disk has it, so that not even a power cut loses both versions.

    A pipe or a device is written to, not replaced: root could take `/dev/null` away from everybody.

    Raises:
        OSError: the folder cannot be made or written to, or the file is held open by
            another program.
    """
    try:
        if _is_special(path):
            with path.open("ab") as file:
                file.write(content)
        else:
            _write(path, content, durable=durable)
    except OSError as error:  # name the file that was wanted, not the temporary one
        raise type(error)(error.errno, error.strerror, str(path)) from error


def _is_special(path: Path) -> bool:
    """Tell a pipe or a device, or what is open already (`/dev/stdout`)."""
    return is_handed_over(path) or (path.exists() and not (path.is_file() or path.is_dir()))


def _write(path: Path, content: bytes, *, durable: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Keep the mode of the file that is replaced; a new one gets the customary one."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
