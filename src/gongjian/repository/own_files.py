"""The files that settings name: in the repository, and nowhere else."""

from pathlib import Path

from gongjian.repository.walking import real_path


def own_file(root: Path, name: str) -> Path | None:
    """Give the path of a file of the repository; None when there is none, or it lies outside."""
    path = root / name
    try:
        return path if _is_inside(root, path) and path.is_file() else None
    except (OSError, ValueError):
        return None


def how_to_name(root: Path, name: str, otherwise: str) -> str:
    """Say how to name a file that was not found, where that can be told from its name; else what may help otherwise."""
    if "\\" in name:
        return f"路径用 / 分开，如 {name.replace(chr(92), '/')}"
    try:
        outside = not _is_inside(root, root / name)
    except (OSError, ValueError):
        return otherwise
    return "仓库外面的文件不读，先复制到仓库里" if outside else otherwise


def _is_inside(root: Path, path: Path) -> bool:
    return real_path(path).is_relative_to(real_path(root))
