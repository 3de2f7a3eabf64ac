"""One file: its text, its data twice over (fast and exact), its places."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from gongjian.model.script import has_traditional
from gongjian.source.decoding import decode, read_text

if TYPE_CHECKING:  # libyaml is loaded when a text needs it
    from yaml.nodes import Node


@dataclass
class SourceFile:
    """A YAML file that was read; what is derived from its text is made when asked for.

    Attributes:
        name: how users know the file: a POSIX path relative to the repository.
        text: its text, line ends made `\\n`.
    """

    name: str
    text: str

    @classmethod
    def read(cls, path: Path, name: str) -> Self:
        """Read a file.

        Raises:
            SourceError: it cannot be opened or decoded.
        """
        return cls(name, read_text(path))

    @classmethod
    def of(cls, text: str, name: str = "方案.yaml") -> Self:
        """Take a text as if it had been read from a file."""
        return cls(name, decode(text.encode()))

    @cached_property
    def has_traditional(self) -> bool:
        """Whether it has Traditional characters."""
        return has_traditional(self.text)

    @cached_property
    def nodes(self) -> "Node":
        """The YAML nodes of the text.

        Raises:
            SourceError: the text is no YAML, is empty, or holds several documents.
        """
        from gongjian.source.nodes import compose

        return compose(self.text)

    @cached_property
    def exact(self) -> Any:
        """The data with every scalar as its text.

        Raises:
            SourceError: see `gongjian.source.nodes`.
        """
        from gongjian.source.nodes import to_data

        return to_data(self.nodes)

    @cached_property
    def fast(self) -> Any:
        """The data with scalars typed by the YAML 1.2 core schema, or the exact data."""
        from gongjian.source.fast import parse

        data = parse(self.text)
        return self.exact if data is None else data
