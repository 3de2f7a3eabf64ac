"""JSON Schema 2020-12 of a file: every field with its Chinese title, description and examples."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from gongjian.model.base import Model

DIALECT = GenerateJsonSchema.schema_dialect


def json_schema(model: type[Model], *, chinese_keys: bool = False) -> dict[str, Any]:
    """Give the JSON Schema of a kind of file, its keys in English or their Chinese titles."""
    schema = model.model_json_schema(by_alias=chinese_keys, mode="validation")
    return {"$schema": DIALECT, **schema}
