"""Write an edited file back: only over what was read."""

import os
from pathlib import Path

from gongjian.repository.walking import real_path
from gongjian.repository.writing import why_not, write_atomically


class NotReplacedError(Exception):
    """A file was not written; the message says why, in Chinese."""


def replace_content(path: Path, old: bytes, new: bytes) -> None:
    """Replace the content of a file, or of that which a link leads to, whole or not at all.

    When another program has just done the same, all is well.

    Raises:
        NotReplacedError: somebody else has changed it meanwhile, or it cannot be written.
    """
    real = real_path(path)
    try:
        there = real.read_bytes()
        if there == new:
            return
        if there != old:
            raise NotReplacedError("刚才被别的程序改过，没有改；再运行一次")
        os.close(os.open(real, os.O_WRONLY))  # its folder may allow what the file itself does not
        write_atomically(real, new, durable=True)
    except OSError as error:
        raise NotReplacedError(f"写不了：{why_not(error)}") from error
