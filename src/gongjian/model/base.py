"""The base of every schema, and the field types that more than one schema uses.

Scalars reach the schemas as the text the author wrote or, from the fast reader,
already typed by the YAML 1.2 core schema. The schema decides what a value is, so
`no`, `08`, `12:30` and `1_000` stay text wherever text is wanted. Text fields
therefore refuse numbers: the loader then reads the file again, as text alone.
"""

import re
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_INTEGER = re.compile(r"[+-]?[0-9]{1,12}", re.ASCII)
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*[%％]?", re.ASCII)
_WIDE = "\u2018-\u201d\u2014\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CHINESE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\n]+|[ \t\n]+(?=[{_WIDE}])")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")

_IDENTIFIER = "^[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff_.-]*$"

MISSING: Any = ...


class Model(BaseModel):
    """A mapping in a file: fixed keys, each by its English name or its Chinese title.

    A subclass names itself for users by `title=` in its bases, and by `shorthand` the
    JSON types that may stand in a file for the whole mapping. What its own validators see to and
    JSON Schema can say too: at least one of `one_of` must be told; `wants` is a key, a pattern in
    its text, and the key that must then be told.
    """

    shorthand: ClassVar[tuple[str, ...]] = ()
    one_of: ClassVar[tuple[str, ...]] = ()
    wants: ClassVar[tuple[str, str, str] | None] = None

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        loc_by_alias=False,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the mapping and its shorthands; docstrings are for programmers and left out.

        So are defaults that are nothing, which editors would fill in.
        """
        described = handler(schema)
        resolved = handler.resolve_ref_schema(described)
        resolved.pop("description", None)
        for described_field in resolved.get("properties", {}).values():
            if described_field.get("default", MISSING) in (None, []):
                del described_field["default"]
        if cls.shorthand:
            mapping = dict(resolved)
            resolved.clear()
            forms = [{"type": kind} for kind in cls.shorthand]
            resolved.update({"title": mapping.pop("title", cls.__name__), "anyOf": [*forms, mapping]})
        return described


class _OneOrMore:
    """Let one value stand for a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_several, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


ONE_OR_MORE = _OneOrMore()
"""Annotation of a tuple: in a file one value may stand for a list of one."""


class _Paragraphs:
    """Split a text at its blank lines; let a list of paragraphs through."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_paragraphs, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def entry(
    title: str,
    description: str,
    *examples: Any,
    default: Any = MISSING,
    **constraints: Any,
) -> Any:
    """Declare a field: its Chinese title (also a key), what it means, and examples as in a file."""
    if "default_factory" not in constraints:
        constraints["default"] = default
    return Field(
        title=title,
        validation_alias=title,
        description=description,
        examples=list(examples),
        **constraints,
    )


def _integer(value: object) -> object:
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("integer", "应为整数，如 12")


def _percent(value: object) -> object:
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if (match := _PERCENT.fullmatch(text)) and float(match[1]) <= 100:
        return float(match[1])
    raise PydanticCustomError("percent", "应为 0 到 100 的百分数，如 30%")


def _several(value: object) -> object:
    """Let one value stand for a list of one."""
    return value if isinstance(value, list | tuple) or value is None else (value,)


def _paragraphs(value: object) -> object:
    """Split a text at its blank lines; let a list of paragraphs through."""
    if isinstance(value, str):
        return tuple(part for part in re.split(r"\n\s*\n", value.strip()) if part.strip())
    return value


def _fold(value: object) -> object:
    """Join the lines of one text as Chinese prose: a line break, or the space YAML folds it to, is nothing."""
    if isinstance(value, str) and (" " in value or "\n" in value or "\t" in value):
        return _BREAK.sub(" ", _CHINESE_BREAK.sub("", value.strip()))
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), BeforeValidator(_fold)]
"""One run of text, never empty; its source lines are joined."""

Identifier = Annotated[str, StringConstraints(strip_whitespace=True, pattern=_IDENTIFIER, max_length=64)]
"""A short name for references: letters (Chinese too), digits, `-`, `_`, `.`."""

Count = Annotated[
    int,
    BeforeValidator(_integer),
    Field(ge=1),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "pattern": r"^\s*\+?[0-9]{1,12}\s*$"}),
]
"""A number of things, at least one."""

Percent = Annotated[
    float,
    BeforeValidator(_percent),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "minimum": 0,
            "maximum": 100,
            "pattern": r"^\s*(100(\.00?)?|0?[0-9]{1,2}(\.[0-9]{1,2})?)\s*[%％]?\s*$",
        }
    ),
]
"""Per cent, 0 to 100; `30` and `30%` are the same."""

Texts = Annotated[tuple[Text, ...], ONE_OR_MORE]
"""One text or a list of texts."""

Identifiers = Annotated[tuple[Identifier, ...], ONE_OR_MORE]
"""One identifier or a list of them."""

Paragraphs = Annotated[tuple[Text, ...], _Paragraphs()]
"""A text whose blank lines part its paragraphs, or a list of paragraphs."""
