"""A text that is being written, by the names of its schema: what may stand where, and what it says already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from gongjian.editor.outline import Outline
from gongjian.model.base import Model
from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.model.finding import Path
from gongjian.model.keys import fitting, inner_models, names_of
from gongjian.model.script import has_simplified, simplified
from gongjian.source.loading import KIND_KEY, KIND_TITLES

_ANY = None
"""In a pattern of a path: any index."""

Pattern = tuple[str | None, ...]


@dataclass(frozen=True)
class Written:
    """A text, whole or not, and the schema it says it follows; a plan's when it says nothing yet."""

    outline: Outline
    schema: type[Model]
    _known: dict[Path, tuple[Path, tuple[type[Model], ...]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Written":
        """Read the lines of a text."""
        outline = Outline.of(lines)
        kinds = {KIND_KEY, *KIND_TITLES[KIND_KEY]}
        kind = next((each.value for each in outline.inside(()) if each.path[0] in kinds), "")
        return cls(outline, schema_of(kind if kind in KINDS else "plan/v1"))

    def models(self, path: Path) -> tuple[type[Model], ...]:
        """Give the schemas that a mapping at a path, its keys as written, may follow."""
        return self._resolved(path)[1]

    def named(self, path: Path) -> Path:
        """Give a path with the names of the schema for the keys that are written."""
        return self._resolved(path)[0]

    def _resolved(self, path: Path) -> tuple[Path, tuple[type[Model], ...]]:
        if not path:
            return (), (self.schema,)
        found = self._known.get(path)
        if found is None:
            found = self._known[path] = self._step(path)
        return found

    def _step(self, path: Path) -> tuple[Path, tuple[type[Model], ...]]:
        above, models = self._resolved(path[:-1])
        last = path[-1]
        if isinstance(last, int):
            return (*above, last), self._fitting(path, models)
        named = [(model, name) for model in models if (name := field_named(model, last))]
        inner = (each for model, name in named for each in inner_models(model, name))
        return (*above, named[0][1] if named else last), tuple(dict.fromkeys(inner))

    def _fitting(self, path: Path, models: tuple[type[Model], ...]) -> tuple[type[Model], ...]:
        """Choose among the schemas of a union by what the item says of itself."""
        if len(models) <= 1:
            return models
        said = {str(each.path[-1]): each.value for each in self.outline.inside(path)}
        one = fitting(models, said)
        return (one,) if one else models

    @cached_property
    def _scalars(self) -> dict[Path, str]:
        """The scalars by their paths of names; of two at one path, the first."""
        found: dict[Path, str] = {}
        for each in self.outline.entries:
            if each.value:
                found.setdefault(self.named(each.path), each.value)
        return found

    def find(self, *pattern: str | None) -> Iterator[tuple[Path, str]]:
        """Yield the scalars at the paths that a pattern of names fits, None standing for any index."""
        for path, value in self._scalars.items():
            if len(path) == len(pattern) and all(
                isinstance(part, int) if wanted is _ANY else part == wanted
                for part, wanted in zip(path, pattern, strict=True)
            ):
                yield path, value

    def said(self, path: Path) -> str:
        """Give the scalar at a path of names; "" when there is none."""
        return self._scalars.get(path, "")

    def listed(self, path: Path) -> list[str]:
        """Give the scalar at a path of names, or those of the list there."""
        return [value for found, value in self._scalars.items() if path in (found, found[:-1])]

    def texts(self, *pattern: str | None) -> list[str]:
        """Give the scalars at the paths that a pattern fits, and those of lists there, each once."""
        found = (value for form in (pattern, (*pattern, _ANY)) for _, value in self.find(*form))
        return list(dict.fromkeys(found))

    @property
    def schools(self) -> dict[str, str]:
        """The schools of a plan: ids and names."""
        return {key: self.said((*path[:-1], "name")) or key for path, key in self.find("schools", _ANY, "id")}

    @property
    def commitments(self) -> dict[str, str]:
        """The commitments of a plan: ids, and what they promise."""
        found: dict[str, str] = {}
        for path, key in self.find("measures", _ANY, "commitments", _ANY, "id"):
            quota = (*path[:-1], "quota")
            first = self.said(quota) or self.said((*quota, 0))
            found.setdefault(key, " ".join(filter(None, (self.said((*path[:-1], "activity")), first))))
        return found

    @property
    def prefers_chinese(self) -> bool:
        """Whether most keys are written in Chinese."""
        keys = [str(each.path[-1]) for each in self.outline.entries if isinstance(each.path[-1], str)]
        return sum(has_simplified(key) or not key.isascii() for key in keys) * 2 > len(keys)

    def without(self, line: int, column: int) -> "Written":
        """Give the text without the key or scalar that begins at a place: the one that is being written."""
        entries = (each for each in self.outline.entries if (each.line, each.column) != (line, column))
        return replace(self, outline=Outline(tuple(entries)), _known={})


def field_named(model: type[Model], key: str) -> str | None:
    """Give the field that a key, in either language and script, stands for."""
    names = names_of(model)
    return names.get(key) or names.get(simplified(key))
