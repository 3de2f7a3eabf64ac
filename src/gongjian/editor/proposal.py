"""One thing that may be written, and where such things come from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from gongjian.editor.neighbours import Neighbours
from gongjian.editor.written import Written
from gongjian.model.finding import Path


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that may be written.

    Attributes:
        label: the words to write, shown as they are.
        detail: a few words beside it.
        new: what is written, where it is more than the label.
        aliases: other words by which it may be looked for.
    """

    label: str
    kind: Literal["key", "value", "reference"]
    detail: str = ""
    description: str = ""
    new: str = ""
    aliases: tuple[str, ...] = ()


Source: TypeAlias = Callable[[Written, Neighbours, Path], Iterator[Proposal]]
"""Gives the names that a field may refer to: of the text, the files around it, and the path of the field."""
