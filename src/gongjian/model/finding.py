"""One immutable diagnostic, and how bad it is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "info"]
Path: TypeAlias = tuple[str | int, ...]

SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
"""Severities from worst to mildest, with what users read."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters inside one scalar: offset and length count characters from 0."""

    offset: int
    length: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A run of text in a file; lines and columns count from 1, columns in characters, the end is past the last."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Citation:
    """The requirement that a finding is about: pack, requirement, and where the paper says so."""

    pack: str
    requirement: str
    document: str
    clause: str


@dataclass(frozen=True, slots=True)
class Waived:
    """That a finding is accepted: why, and for a waiver of the repository by whom and until when."""

    reason: str
    approver: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another part of the repository that a finding is about: file and path, its place once it is known."""

    file: str
    at: Path
    place: Place | None = None

    def __str__(self) -> str:
        """Write where it is."""
        return f"{self.file}:{self.place.line}" if self.place else self.file


@dataclass(frozen=True, slots=True)
class Mend:
    """What to write at a finding's place instead of what stands there.

    `sure` says that nobody could mean anything else, so that it may be done without asking.
    """

    old: str
    new: str
    sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem (问题): what is wrong, where in the model, and how to mend it.

    A rule fills in `at`, `message` and `hint`; the engine stamps `rule`, `name` and
    `severity`; the file and the place are added last, from the YAML nodes.
    `at` is the path of the nearest thing that exists in the file; `key` means the
    key of the last mapping entry rather than its value, `within` a part of a scalar.
    `grade` is a severity other than the rule's: a requirement says itself how bad it is
    not to be met. `anchor` is the path with the names of items for their indexes; a finding
    is `known` when a baseline (基线) has it already. `related` is what the finding is also
    about, in other files; their places stand at the end of the message. `mend` is what
    programs can do about it, where they can.
    """

    message: str
    at: Path = ()
    hint: str = ""
    key: bool = False
    within: Span | None = None
    policy: Citation | None = None
    grade: Severity | None = None
    rule: str = ""
    name: str = ""
    severity: Severity = "error"
    file: str = ""
    place: Place | None = None
    waived: Waived | None = None
    anchor: Path = ()
    known: bool = False
    mend: Mend | None = None
    related: tuple[Related, ...] = ()

    @property
    def position(self) -> tuple[int, int, str]:
        """What findings of one file are sorted by."""
        return (self.place.line, self.place.column, self.rule) if self.place else (0, 0, self.rule)
