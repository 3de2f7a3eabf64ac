"""Write an edited file back: only over what was read, and never through a link that leads away."""

import os

from gongjian.repository.discovery import Target
from gongjian.repository.writing import write_atomically


class NotReplacedError(Exception):
    """A file was not written; the message says why, in Chinese."""


def replace_content(target: Target, old: bytes, new: bytes) -> None:
    """Replace the content of a file, whole or not at all.

    Raises:
        NotReplacedError: somebody else has changed it meanwhile, it leads out of the folder that was
            named, or it cannot be written.
    """
    path = target.path.resolve()
    if target.folder and not path.is_relative_to(target.folder.resolve()):
        raise NotReplacedError("是指向文件夹外面的链接，没有改；要改就直接写那个文件的路径")
    try:
        if path.read_bytes() != old:
            raise NotReplacedError("刚才被别的程序改过，没有改；再运行一次")
        if not os.access(path, os.W_OK):
            raise PermissionError(13, "Permission denied")
        write_atomically(path, new, durable=True)
    except OSError as error:
        raise NotReplacedError(f"写不了：{_REASONS.get(error.errno or 0, error.strerror)}") from error


_REASONS = {13: "没有权限", 28: "磁盘满了", 30: "这里只能读，不能写"}
