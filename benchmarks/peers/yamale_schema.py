"""A schema for Yamale out of a JSON Schema.

It says the same of keys, types, bounds, choices and patterns. What Yamale has no words for is left out:
conditions (`if`) and lists of schemas that all hold (`allOf`). Dates are dates to its reader, so that
whatever text could be a date may be one.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

Schema = dict[str, Any]

_DATE = "2022-09-01"


def yamale_schema(schema: Schema) -> str:
    """Write the schema of a map as Yamale's first document, and a document of what it includes."""
    translation = _Translation(schema.get("$defs", {}))
    root = translation.fields(schema)
    included = {name: translation.fields(each) for name, each in translation.maps.items()}
    return yaml.safe_dump_all(
        [root, included | translation.nested], allow_unicode=True, width=10_000, sort_keys=False
    )


class _Translation:
    """Translates; `nested` gathers the maps that have no name in the JSON Schema."""

    def __init__(self, definitions: dict[str, Schema]) -> None:
        self.definitions = definitions
        self.maps = {name: each for name, each in definitions.items() if "properties" in each}
        self.nested: dict[str, Any] = {}
        self._names: dict[int, str] = {}

    def fields(self, schema: Schema) -> dict[str, str]:
        required = schema.get("required", ())
        return {
            name: self.expression(each, optional=name not in required)
            for name, each in schema["properties"].items()
        }

    def _nested_name(self, schema: Schema) -> str:
        """Give a map a name, before what is in it is translated: it may hold itself."""
        name = self._names.get(id(schema))
        if name is None:
            name = self._names[id(schema)] = f"nested_{len(self._names)}"
            self.nested[name] = self.fields(schema)
        return name

    def expression(self, schema: Schema, *, optional: bool = False) -> str:
        """Write a validator; one that is optional takes null, too."""
        options = list(dict.fromkeys(self._options(schema)))
        null = "null()" in options
        options = [option for option in options if option != "null()"] or ["null()"]
        written = options[0] if len(options) == 1 else f"any({', '.join(options)})"
        words = ["required=False"] if optional else []
        if null and not optional:
            return f"any({', '.join([*options, 'null()'])})"
        return _with(written, words)

    def _options(self, schema: Schema) -> Iterator[str]:
        if "anyOf" in schema:
            for each in schema["anyOf"]:
                yield from self._options(each)
        elif "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if name in self.maps:
                yield f"include({name!r})"
            else:
                yield from self._options(self.definitions[name])
        elif "const" in schema or "enum" in schema:
            yield f"enum({', '.join(map(repr, schema.get('enum', [schema.get('const')])))})"
        else:
            types = schema.get("type", "any")
            for name in [types] if isinstance(types, str) else types:
                yield from self._of_type(name, schema)

    def _of_type(self, name: str, schema: Schema) -> Iterator[str]:
        if name == "string":
            yield f"str({_string(schema)})"
            if re.search(schema.get("pattern", "$^"), _DATE):
                yield "day()"
        elif name in ("integer", "number"):
            bounds = [("min", schema.get("minimum")), ("max", schema.get("maximum"))]
            told = ", ".join(f"{word}={value}" for word, value in bounds if value is not None)
            yield f"{'int' if name == 'integer' else 'num'}({told})"
        elif name == "array":
            least = f", min={schema['minItems']}" if "minItems" in schema else ""
            yield f"list({self.expression(schema.get('items', {}))}{least})"
        elif name == "object" and "properties" in schema:
            yield f"include({self._nested_name(schema)!r})"
        else:
            yield {"object": "map()", "boolean": "bool()", "null": "null()"}.get(name, "any()")


def _string(schema: Schema) -> str:
    bounds = [("min", schema.get("minLength")), ("max", schema.get("maxLength"))]
    told = [f"{word}={value}" for word, value in bounds if value is not None]
    if pattern := schema.get("pattern"):
        anywhere = (
            pattern if pattern.startswith("^") else f"(?s:.*)(?:{pattern})"
        )  # Yamale begins at the beginning
        told.append(f"matches={anywhere!r}")
    return ", ".join(told)


def _with(validator: str, words: list[str]) -> str:
    """Add keyword arguments to a validator."""
    if not words:
        return validator
    head = validator[:-1]
    return f"{head}{'' if head.endswith('(') else ', '}{', '.join(words)})"
