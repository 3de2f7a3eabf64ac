"""The policy packs that come with the program, and those in files."""

from functools import lru_cache
from pathlib import Path

from gongjian.model.policy import Policy
from gongjian.source.file import SourceFile
from gongjian.source.loading import load, load_simplified

FOLDER = Path(__file__).parents[1] / "policies"


@lru_cache(maxsize=1)
def pack_ids() -> tuple[str, ...]:
    """List the ids of the built-in packs; a pack's file bears its id."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@lru_cache(maxsize=64)
def built_in_pack(name: str) -> Policy:
    """Read a built-in pack, once a process.

    Raises:
        KeyError: there is no such pack.
    """
    if name not in pack_ids():
        raise KeyError(name)
    return load(SourceFile.read(FOLDER / f"{name}.yaml", f"{name}.yaml"), Policy)


def find_pack(name: str) -> Policy:
    """Give a pack by its id, or by the path of its file.

    Raises:
        KeyError: it is neither an id nor a file.
        SourceError: the file is no YAML.
        SchemaError: the file is no policy pack.
    """
    path = Path(name)
    if name not in pack_ids() and path.is_file():
        return load_simplified(SourceFile.read(path, path.as_posix()), Policy)
    return built_in_pack(name)
