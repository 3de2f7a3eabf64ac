"""A value again with every text in it put another way: models, documents, and what they are made of."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from pydantic import BaseModel

T = TypeVar("T")

Convert = Callable[[str], str]


def with_texts(value: T, convert: Convert) -> T:
    """Give the value with its texts converted; parts in which nothing changes stay the same objects.

    Keys of mappings are names, not texts, and stay; nothing is validated again.
    """
    return cast("T", _Conversion(convert).of(value))


class _Conversion:
    """One walk; each text is converted once."""

    def __init__(self, convert: Convert) -> None:
        self.convert = convert
        self.known: dict[str, str] = {}

    def of(self, value: Any) -> Any:
        if isinstance(value, str):
            converted = self.text(value)
            return value if converted == value else converted
        if isinstance(value, tuple | list):
            items = [self.of(item) for item in value]
            return value if _same(items, value) else type(value)(items)
        if isinstance(value, Mapping):
            items = [self.of(item) for item in value.values()]
            return value if _same(items, value.values()) else dict(zip(value, items, strict=True))
        if isinstance(value, BaseModel):
            changed = self.changed(vars(value))
            return value.model_copy(update=changed) if changed else value
        if is_dataclass(value) and not isinstance(value, type):
            changed = self.changed({each.name: getattr(value, each.name) for each in fields(value)})
            return replace(value, **changed) if changed else value
        return value

    def text(self, text: str) -> str:
        if text not in self.known:
            self.known[text] = self.convert(text)
        return self.known[text]

    def changed(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Give the parts in which something changes."""
        converted = {name: self.of(part) for name, part in parts.items()}
        return {name: part for name, part in converted.items() if part is not parts[name]}


def _same(converted: list[Any], items: Any) -> bool:
    return all(one is other for one, other in zip(converted, items, strict=True))
