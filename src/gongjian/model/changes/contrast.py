"""What changed between two versions of many files."""

from collections import Counter
from dataclasses import dataclass

from gongjian.model.changes.change import KINDS, Change, ChangeKind


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file that changed.

    Attributes:
        kind: what it says it is, such as `plan/v1`.
        id: its id, or that of the plan it is about; "" when it has none.
        title: its title.
        old: its name in the old version; None for a new file.
        new: its name in the new version; None for one that is gone.
        changes: what changed in it; nothing when only its name or its writing did.
        is_moved: it has another name or stands elsewhere, and was not compared for that.
    """

    kind: str
    id: str
    title: str
    old: str | None
    new: str | None
    changes: tuple[Change, ...] = ()
    is_moved: bool = False

    @property
    def tells(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.changes) or self.is_moved or self.old is None or self.new is None


@dataclass(frozen=True, slots=True)
class Problem:
    """A version of a file that cannot be compared: which side, name, and why."""

    side: str
    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """What came of a comparison.

    Attributes:
        old: what users call the old side.
        new: what users call the new side.
        files: the files that changed, in the order of their names.
        problems: what could not be compared.
    """

    old: str
    new: str
    files: tuple[FileChange, ...]
    problems: tuple[Problem, ...] = ()

    def counts(self) -> dict[ChangeKind, int]:
        """Count the changes by kind, files that are new or gone among them; kinds without any are left out."""
        found: Counter[ChangeKind] = Counter(change.kind for file in self.files for change in file.changes)
        found["added"] += sum(file.old is None for file in self.files)
        found["removed"] += sum(file.new is None for file in self.files)
        found["renamed"] += sum(file.is_moved for file in self.files)
        return {kind: found[kind] for kind in KINDS if found[kind]}
