"""Write files so that a reader sees the old content or the new, never a part.

What is written to is a temporary file beside the real one, which then takes its place. A program that is
killed in between leaves it behind: hidden, so that nobody takes it for a plan or a document; the
next one to write in the folder removes it once it is old enough to be nobody's.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

PREFIX, SUFFIX = ".gongjian-", ".tmp"
"""How the names of temporary files begin and end; they are short, as those of the files may be as long as names can be."""

_OLD = 3600.0
"""Seconds after which a temporary file is nobody's: to write one takes moments."""

_swept: set[Path] = set()
"""Folders in which this process has looked for what others left behind."""


def write_atomically(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Write a file by way of a temporary one beside it; missing folders are made.

    A link is replaced, not followed: what it leads to may be no business of ours. Only a stream, such as
    `/dev/stdout`, is written to as it is.

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
        if _is_stream(path):
            with path.open("ab") as stream:
                stream.write(content)
        else:
            _write(path, content, durable=durable)
    except OSError as error:  # name the file that was wanted, not the temporary one
        raise type(error)(error.errno, error.strerror, str(path)) from error


def why_not(error: OSError) -> str:
    """Say in words why a file cannot be written."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


_REASONS = {
    1: "系统不允许改它",
    2: "文件夹不存在，也建不了",
    13: "没有权限，或者文件正被别的程序（如 Word、WPS）打开着",
    17: "要建文件夹的地方有一个同名的文件",
    20: "路径中间有一段是文件，不是文件夹",
    21: "那里有一个同名的文件夹",
    27: "超过了系统允许的文件大小",
    28: "磁盘满了",
    30: "这里只能读，不能写",
    36: "文件名太长",
    122: "磁盘的配额用完了",
}
"""Why a file cannot be written, by the system's error number."""

OF_THE_SYSTEM = frozenset({1, 13, 27, 28, 30, 122})
"""The numbers that say nothing against the path."""


def _write(path: Path, content: bytes, *, durable: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(SUFFIX, PREFIX, path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        _dress(temporary, path)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sweep(path)


def _is_stream(path: Path) -> bool:
    """Tell whether a path is a device, a pipe, or what stands for an open file: nothing to put another file in place of."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    folder = os.path.realpath(path.parent)  # /dev/stdout may be a plain file, and its folder none to write in
    return folder == "/dev" or folder.startswith("/proc/") or not (S_ISREG(mode) or S_ISDIR(mode))


def _dress(temporary: Path, path: Path) -> None:
    """Give a file the mode and the owner of the one that it replaces; a new one has the customary mode."""
    try:
        old = path.stat()
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        return
    new = temporary.stat()
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid) and hasattr(os, "chown"):
        with suppress(OSError):  # only the administrator may give files away
            os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(old.st_mode & 0o777)


def _sweep(written: Path) -> None:
    """Remove, once for each folder, what programs that were killed have left behind in it.

    The file that was just written tells the time: the folder may be another computer's.
    """
    folder = written.parent.absolute()
    if folder in _swept:
        return
    _swept.add(folder)
    with suppress(OSError), os.scandir(folder) as entries:
        now = written.stat().st_mtime
        for entry in entries:
            if is_temporary(entry.name) and entry.stat(follow_symlinks=False).st_mtime < now - _OLD:
                with suppress(OSError):
                    Path(entry.path).unlink()


def is_temporary(name: str) -> bool:
    """Tell by its name whether a file is one that was never finished."""
    return name.startswith(PREFIX) and name.endswith(SUFFIX)
