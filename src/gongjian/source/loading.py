"""Text → model: try the fast data first, and let the exact data have the last word."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gongjian.model.base import Model
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.validators import validator_of

KIND_KEY = "gongjian"
_KIND_TITLES = ("文件类型", "文件類型")
KIND_TITLES = {KIND_KEY: frozenset(_KIND_TITLES)}
"""The key that says what a file is, in Chinese."""

M = TypeVar("M", bound=Model)


class SchemaError(Exception):
    """A file is YAML, but not what its schema asks for.

    Attributes:
        model: the schema.
        errors: Pydantic's errors, with `loc` as a path of English field names.
    """

    def __init__(self, model: type[Model], errors: list[ErrorDetails]) -> None:
        """Keep the errors."""
        super().__init__(f"{len(errors)} errors in {model.__name__}")
        self.model = model
        self.errors = errors


def kind_of(source: SourceFile) -> str:
    """Give what a file says it is, such as `plan/v1`.

    Raises:
        SourceError: it is no YAML, or does not say what it is (`not-gongjian`).
    """
    data = source.fast
    if data is None:
        raise SourceError("empty")
    if not isinstance(data, Mapping):
        raise SourceError("not-gongjian", keys=())
    kind = next((data[key] for key in (KIND_KEY, *_KIND_TITLES) if key in data), None)
    if not isinstance(kind, str):
        raise SourceError("not-gongjian", keys=tuple(str(key) for key in data))
    return kind


def load(source: SourceFile, model: type[M]) -> M:
    """Read a file into its schema.

    Raises:
        SourceError: it is no YAML.
        SchemaError: it is not what the schema asks for.
    """
    try:
        return _validated(model, _as_schema_has_it(source, model, source.fast))
    except ValidationError:
        pass
    try:
        return _validated(model, _as_schema_has_it(source, model, source.exact))
    except ValidationError as error:
        raise SchemaError(model, error.errors(include_url=False)) from None


def _validated(model: type[M], data: object) -> M:
    validated = validator_of(model)(data)
    assert isinstance(validated, model)
    return validated


def _as_schema_has_it(source: SourceFile, model: type[Model], data: object) -> object:
    """Give data with the keys and choices of the schema, which a file in Traditional characters writes in its own."""
    if not source.has_traditional:
        return data
    from gongjian.model.twin import twin_of_data

    return twin_of_data(model, data)


def load_simplified(source: SourceFile, model: type[M]) -> M:
    """Read a file into its schema, every text in Simplified characters: as rules, which look for words, see it.

    Raises:
        SourceError, SchemaError: see `load`.
    """
    return in_simplified(source, load(source, model))


def in_simplified(source: SourceFile, model: M) -> M:
    """Give what a file says with every text in Simplified characters."""
    if not source.has_traditional:
        return model
    from gongjian.model.twin import twin_of_model

    return twin_of_model(model)
