"""The validators of the schemas of files, made once for each version of this program and kept beside its byte code.

Pydantic derives what a validator does (its core schema) from the classes at every start, which takes longer than
to check a plan. What it has derived is data and references to functions by name, and is kept like byte code is:
in `__pycache__`, where that may be written to, and only as long as neither our models nor Pydantic, nor
Python itself change. Without it everything works as well, slower.
"""

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final

import pydantic
from pydantic_core import SchemaValidator
from pydantic_core import __version__ as core_version

from gongjian.model import base
from gongjian.model.base import Model

_FORM: Final = 1
"""Another number for another form of what is kept."""

_MODELS: Final = Path(base.__file__).parent


@cache
def validator_of(model: type[Model]) -> Callable[[object], object]:
    """Give the function that makes a model of data, and raises `pydantic.ValidationError` where that is not possible."""
    if model.__pydantic_complete__:
        return model.__pydantic_validator__.validate_python
    path = _kept_at(model)
    kept = _read(path) if path else None
    if kept is not None:
        return kept.validate_python
    model.model_rebuild()
    if path and not sys.dont_write_bytecode:
        _write(path, _plain(model.__pydantic_core_schema__))
    return model.__pydantic_validator__.validate_python


def _read(path: Path) -> SchemaValidator | None:
    """Read a validator; None when it is not kept, or what is kept is of no use."""
    try:
        return SchemaValidator(pickle.loads(path.read_bytes()))  # noqa: S301 (as trusted as the byte code beside it)
    except Exception:  # noqa: BLE001 (whatever is wrong with it, it can be made anew)
        return None


def _plain(schema: Any) -> Any:
    """Leave out what a core schema holds for JSON Schema only: functions that have no name to be found by."""
    if isinstance(schema, dict):
        return {key: _plain(value) for key, value in schema.items() if key != "metadata"}
    if isinstance(schema, list | tuple):
        return type(schema)(map(_plain, schema))
    return schema


def _write(path: Path, schema: Any) -> None:
    """Keep a core schema in the place of those of earlier versions; where that is not possible, do not."""
    temporary = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        temporary.write_bytes(pickle.dumps(schema, pickle.HIGHEST_PROTOCOL))
        temporary.replace(path)
        for old in path.parent.glob(f"{path.name.partition('.')[0]}.*.schema"):
            if old != path:
                old.unlink()
    except (OSError, pickle.PicklingError, AttributeError, TypeError):
        with suppress(OSError):
            temporary.unlink()


def _kept_at(model: type[Model]) -> Path | None:
    """Give the file that holds a validator of a model, of this version of everything; None inside an archive."""
    try:
        folder = Path(cache_from_source(__file__)).parent
        return folder / f"{model.__name__}.{sys.implementation.cache_tag}.{_version():016x}.schema"
    except (OSError, NotImplementedError):
        return None


@cache
def _version() -> int:
    """Tell this version of our models and of what makes validators of them, by the size and time of the files."""
    from zlib import crc32

    said = [str(_FORM), pydantic.VERSION, core_version, sys.version]
    for folder in (_MODELS, _MODELS / "quota", _MODELS / "entailment"):
        with os.scandir(folder) as listed:
            files = sorted((entry.name, entry.stat()) for entry in listed if entry.name.endswith(".py"))
        said += [f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in files]
    text = "\n".join(said).encode()
    return crc32(text) << 32 | crc32(text, 1)
