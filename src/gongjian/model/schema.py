"""JSON Schema 2020-12 of a file: every field with its Chinese title, description and examples."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from gongjian.model.base import Model
from gongjian.model.keys import models

DIALECT = GenerateJsonSchema.schema_dialect

_KIND_KEY = "gongjian"
"""The first key of every file."""


def json_schema(model: type[Model], *, chinese_keys: bool = False) -> dict[str, Any]:
    """Give the JSON Schema of a kind of file, its keys in English or their Chinese titles."""
    schema = model.model_json_schema(by_alias=chinese_keys, mode="validation")
    if chinese_keys:
        _allow_the_english_first_key(schema, model)
    _leave_out_nothing(schema)
    for part in models(model)[1:]:
        _say_what_goes_together(_mapping(schema["$defs"][part.__name__]), part, chinese_keys)
    return {"$schema": DIALECT, **schema}


def _leave_out_nothing(part: Any) -> None:
    """Leave out that a key without a value is one that is not there: editors would offer to write `null`."""
    if isinstance(part, list):
        for each in part:
            _leave_out_nothing(each)
    elif isinstance(part, dict):
        if "default" in part and part["default"] is None:
            del part["default"]
        for each in part.values():
            _leave_out_nothing(each)


def _allow_the_english_first_key(schema: dict[str, Any], model: type[Model]) -> None:
    """Let a file say what it is by `gongjian`, whatever the language of its other keys."""
    title = model.model_fields[_KIND_KEY].title
    schema["properties"] = {_KIND_KEY: schema["properties"][title], **schema["properties"]}
    schema["required"] = [key for key in schema["required"] if key != title]
    schema["allOf"] = [{"anyOf": [{"required": [key]} for key in (_KIND_KEY, title)]}]


def _say_what_goes_together(mapping: dict[str, Any], part: type[Model], chinese_keys: bool) -> None:
    def key(name: str) -> str:
        return (part.model_fields[name].title or name) if chinese_keys else name

    if part.one_of:
        mapping["allOf"] = [{"anyOf": [{"required": [key(name)]} for name in part.one_of]}]
    if part.wants:
        name, pattern, wanted = part.wants
        mapping["if"] = {"properties": {key(name): {"pattern": pattern}}, "required": [key(name)]}
        mapping["then"] = {"required": [key(wanted)]}


def _mapping(described: dict[str, Any]) -> dict[str, Any]:
    """Give the mapping of a schema, which shorthands may stand beside."""
    return next((form for form in described.get("anyOf", ()) if "properties" in form), described)
