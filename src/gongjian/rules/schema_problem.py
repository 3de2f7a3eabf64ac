"""One of Pydantic's errors, and what is needed to word it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gongjian.model.base import Model
from gongjian.model.finding import Path
from gongjian.model.keys import model_at, names_of, path_in_file, title_of


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """One of Pydantic's errors, with what is needed to word it."""

    root: type[Model]
    location: Path
    type: str
    input: Any
    context: Mapping[str, Any]
    message: str

    @property
    def path(self) -> Path:
        """The path in the file."""
        return path_in_file(self.root, self.location)

    @property
    def title(self) -> str:
        """The Chinese title of the field in question, with its key where that is English."""
        title = title_of(self.root, self.location)
        names = [part for part in self.path if isinstance(part, str)]
        return f"{title}（{names[-1]}）" if names and names[-1] != title else title

    @property
    def shown(self) -> str:
        """The value in question, short, with what it is where it is not text."""
        if isinstance(self.input, Mapping):
            return "一组键值"
        if isinstance(self.input, list | tuple):
            return f"有 {len(self.input)} 项的列表"
        text = str(self.input)
        return f"“{text if len(text) <= 24 else text[:24] + '…'}”"

    @property
    def siblings(self) -> dict[str, str]:
        """The keys that may stand where the last one of the path does, each with its field's name."""
        parent = model_at(self.root, self.location[:-1])
        return names_of(parent) if parent else {}

    @property
    def field(self) -> Any:
        """Give the declaration of the field a problem is about."""
        for index in range(len(self.location) - 1, -1, -1):
            name = self.location[index]
            if isinstance(name, str):
                model = model_at(self.root, self.location[:index])
                return model.model_fields.get(name) if model else None
        return None


def names_of_both(model: type[Model] | None) -> list[str]:
    """List a schema's keys as `英文（中文）`."""
    fields = model.model_fields if model else {}
    return [f"{name}（{field.title}）" for name, field in fields.items()]


def as_yaml(example: Any) -> str:
    """Write an example on one line, as YAML."""
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(value)}" for key, value in example.items()) + "}"
    if isinstance(example, list):
        return "[" + ", ".join(as_yaml(value) for value in example) + "]"
    return str(example)
