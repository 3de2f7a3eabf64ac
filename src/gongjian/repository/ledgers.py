"""Find the ledger of a plan: among the files of a command, and in the repository around them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from gongjian.model.ledger import Ledger
from gongjian.repository.discovery import Target, find_targets, repository_of
from gongjian.repository.walking import real_path
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, load

_KIND = "ledger/v1"
_PLAN = re.compile(r"""^(?:plan|方案)[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)
"""The line that says whose ledger it is; a ledger that cannot be read has it too."""


@dataclass
class Ledgers:
    """The ledgers that were found.

    Attributes:
        by_plan: the ledger of each plan, by the plan's id; those of one plan are one.
        unsound: by the plan's id, the file of a ledger that cannot be read.
    """

    by_plan: dict[str, Ledger] = field(default_factory=dict)
    unsound: dict[str, str] = field(default_factory=dict)

    def add(self, source: SourceFile) -> None:
        """Take the ledger that a file holds, if it holds one."""
        if _KIND not in source.text:
            return
        try:
            ledger = load(source, Ledger)
        except (SchemaError, SourceError):
            if named := _PLAN.search(source.text):
                self.unsound.setdefault(named[1], source.name)
        else:
            known = self.by_plan.get(ledger.plan)
            self.by_plan[ledger.plan] = _joined(known, ledger) if known else ledger


def find_ledgers(targets: Iterable[Target], current: Path) -> Ledgers:
    """Read the ledgers among the files, and in the repository around them (or in their folders)."""
    targets = list(targets)
    root = repository_of([target.path for target in targets], current)
    around = [root] if root else sorted({target.path.parent for target in targets})
    found = Ledgers()
    files = {real_path(target.path): target for target in (*targets, *find_targets(around, current))}
    for path, target in files.items():
        try:
            found.add(SourceFile.read(path, target.name))
        except SourceError:
            continue  # a plan that cannot be read is told where it is checked
    return found


def _joined(first: Ledger, second: Ledger) -> Ledger:
    """Make one of two ledgers of a plan, such as one a term; the last word in the review is the later one's."""
    return first.model_copy(
        update={"records": (*first.records, *second.records), "review": second.review or first.review}
    )
