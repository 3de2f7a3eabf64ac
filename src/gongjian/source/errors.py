"""What can be wrong with a file before its content is looked at.

This room states facts (a kind, a place, details); the words for users are in
`gongjian.rules.files`.
"""

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "unreadable",
    "encoding",
    "character",
    "tab",
    "syntax",
    "duplicate-key",
    "several-documents",
    "empty",
    "unsupported",
    "too-big",
    "not-gongjian",
    "spreadsheet",
]


class SourceError(Exception):
    """A file cannot be read as YAML data.

    Attributes:
        kind: what is wrong.
        line: line, from 1.
        column: column in characters, from 1.
        length: how many characters it concerns.
        details: facts for the message, by kind.
    """

    def __init__(
        self, kind: Kind, line: int = 1, column: int = 1, length: int = 1, **details: object
    ) -> None:
        """Note the facts."""
        super().__init__(kind, line, column, details)
        self.kind: Kind = kind
        self.line = line
        self.column = column
        self.length = length
        self.details = details
