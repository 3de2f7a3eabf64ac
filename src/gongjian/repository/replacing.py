"""Write an edited file back: only over what was read."""

import os
from pathlib import Path

from gongjian.repository.walking import real_path
from gongjian.repository.writing import write_atomically


class NotReplacedError(Exception):
    """A file was not written; the message says why, in Chinese."""


def replace_content(path: Path, old: bytes, new: bytes) -> None:
    """Replace the content of a file, or of that which a link leads to, whole or not at all.

    Raises:
        NotReplacedError: somebody else has changed it meanwhile, or it cannot be written.
    """
    real = real_path(path)
    try:
        if real.read_bytes() != old:
            raise NotReplacedError("刚才被别的程序改过，没有改；再运行一次")
        if not os.access(real, os.W_OK):
            raise PermissionError(13, "Permission denied")
        write_atomically(real, new, durable=True)
    except OSError as error:
        raise NotReplacedError(f"写不了：{_REASONS.get(error.errno or 0, error.strerror)}") from error


_REASONS = {13: "没有权限", 28: "磁盘满了", 30: "这里只能读，不能写"}
