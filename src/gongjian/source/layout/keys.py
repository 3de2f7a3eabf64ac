"""Keys in the order of the schema, and by the names that are asked for."""

from typing import Literal, TypeAlias

from gongjian.model.base import Model
from gongjian.model.keys import fitting, inner_models, names_of
from gongjian.model.script import simplified
from gongjian.source.layout.tree import Collection, Entry, LayoutError, Node, Scalar, anchors_in
from gongjian.source.nodes import Data

Language: TypeAlias = Literal["en", "zh"]
Models: TypeAlias = tuple[type[Model], ...]


def arrange(node: Node, models: Models, language: Language | None) -> None:
    """Put the keys of every mapping in order, and name them in a language.

    Where a key is unknown nothing is put in order: nobody can say where it belongs. What the
    schema leaves free, such as the plan of a pack's example, stays as it is.
    """
    if not isinstance(node, Collection):
        return
    if not node.mapping:
        for entry in node.entries:
            arrange(entry.value, models, language)
        return
    model = fitting(models, {_said(entry.key): _said(entry.value) for entry in node.entries})
    if model is None:
        return
    names = names_of(model)
    for entry in node.entries:
        if (name := _field(names, _said(entry.key))) is not None:
            arrange(entry.value, inner_models(model, name), language)
    found = [_field(names, _said(entry.key)) for entry in node.entries]
    _put_in_order(node, found, list(model.model_fields))
    if language:
        _rename(node, model, names, language)


def _said(node: Node | None) -> str:
    return node.value if isinstance(node, Scalar) else ""


def _field(names: dict[str, str], key: str) -> str | None:
    """Give the name of the field that a key stands for, which may be in Traditional characters."""
    return names.get(key) or names.get(simplified(key))


def _put_in_order(mapping: Collection, names: list[str | None], order: list[str]) -> None:
    if None in names or len(set(names)) < len(names):
        return
    pairs = sorted(zip(names, mapping.entries, strict=True), key=lambda pair: order.index(pair[0] or ""))
    entries = [entry for _, entry in pairs]
    if _anchors_come_first(mapping.entries, entries):
        mapping.entries = entries


def _anchors_come_first(before: list[Entry], after: list[Entry]) -> bool:
    """Tell whether every alias still comes behind its anchor."""
    defined_here = {name for entry in before for name, defined in anchors_in(entry.value) if defined}
    known: set[str] = set()
    for entry in after:
        for name, defined in anchors_in(entry.value):
            if defined:
                known.add(name)
            elif name in defined_here and name not in known:
                return False
    return True


def _rename(mapping: Collection, model: type[Model], names: dict[str, str], language: Language) -> None:
    """Name the keys of a mapping in a language.

    Raises:
        LayoutError: a key stands there in both languages.
    """
    written: dict[str, Scalar] = {}
    for entry in mapping.entries:
        key = entry.key
        if isinstance(key, Scalar) and (name := _field(names, key.value)):
            if name in written:
                raise LayoutError(f"“{key.value}”与上面的另一种写法是同一项，只能写一次", key.start)
            written[name] = key
    for name, key in written.items():
        new = _named(model, name, language)
        if key.value == new or simplified(key.value) != new:  # a Chinese key in Traditional characters stays
            key.written = key.value = new


def _named(model: type[Model], name: str, language: Language) -> str:
    return name if language == "en" else model.model_fields[name].title or name


def renamed(data: Data, models: Models, language: Language) -> Data:
    """Give data with its keys in a language: what `arrange` must come to."""
    if isinstance(data, list):
        return [renamed(item, models, language) for item in data]
    if not isinstance(data, dict):
        return data
    model = fitting(models, data)
    if model is None:
        return data
    names = names_of(model)
    changed: dict[str, Data] = {}
    for key, value in data.items():
        name = _field(names, key)
        new = _named(model, name, language) if name else key
        inner = inner_models(model, name) if name else ()
        changed[key if new == simplified(key) else new] = renamed(value, inner, language)
    return changed
