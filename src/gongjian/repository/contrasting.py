"""What changed between two snapshots, file by file; plans are paired by their ids, wherever they lie.

A version in Traditional characters and one in Simplified ones are compared by what both say in
Simplified ones: the script is no meaning.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongjian.model.base import Model
from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar
from gongjian.model.changes import Contrast, FileChange, Problem, changes
from gongjian.model.changes.pairing import pair_up
from gongjian.model.file_kinds import schema_of
from gongjian.model.script import script_of
from gongjian.repository.checking import known_kind, misspelt
from gongjian.repository.snapshots import Snapshot
from gongjian.rules.files import file_finding
from gongjian.rules.schema import schema_findings
from gongjian.source.decoding import decode
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, in_simplified, load


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A file that could be read; its key is its name in the snapshot, "" for one that was named alone."""

    name: str
    key: str
    kind: str
    model: Model
    source: SourceFile

    @property
    def id(self) -> str:
        """The id of a plan or pack; of a ledger, that of its plan."""
        return str(getattr(self.model, "id", None) or getattr(self.model, "plan", None) or "")

    @property
    def title(self) -> str:
        return str(getattr(self.model, "title", None) or getattr(self.model, "name", None) or "")


def contrast(old: Snapshot, new: Snapshot, calendar: Calendar = DEFAULT_CALENDAR) -> Contrast:
    """Compare two snapshots; files with the same name and content are not even read."""
    before, after = old.marks(), new.marks()
    same = {name for name, mark in before.items() if mark and mark == after.get(name)}
    problems: list[Problem] = []
    olds = list(_loaded(old, [name for name in before if name not in same], problems))
    news = list(_loaded(new, [name for name in after if name not in same], problems))
    pairing = pair_up(
        olds,
        news,
        (lambda each: (each.kind, each.id) if each.id else None, lambda each: (each.kind, each.key)),
    )
    found = [_paired(olds[first], news[second], calendar) for first, second in pairing.pairs]
    found += [_one_sided(olds[index], old=True) for index in pairing.gone]
    found += [_one_sided(news[index], old=False) for index in pairing.come]
    unread = {(problem.side, problem.name or None) for problem in problems}
    told = (each for each in found if each.tells and not _is_unread(each, unread, old.label, new.label))
    files = tuple(sorted(told, key=lambda each: each.new or each.old or ""))
    return Contrast(old.label, new.label, files, tuple(problems))


def _is_unread(change: FileChange, unread: set[tuple[str, str | None]], old: str, new: str) -> bool:
    """Tell whether a file is called new or gone only because its other version, or the one named, cannot be read."""
    if change.old is None:
        return not unread.isdisjoint({(old, change.new), (old, None)})
    return change.new is None and not unread.isdisjoint({(new, change.old), (new, None)})


def _loaded(side: Snapshot, names: Iterable[str], problems: list[Problem]) -> Iterator[_Loaded]:
    """Load files of a side; note those that cannot be."""
    for name, content in side.read(names):
        try:
            if isinstance(content, SourceError):
                raise content
            source = SourceFile(name, decode(content))
            kind = known_kind(source)
            yield _Loaded(name or side.label, name, kind, load(source, schema_of(kind)), source)
        except SourceError as error:
            if not name or error.kind != "not-gongjian" or misspelt(error):
                problems.append(Problem(side.label, name, file_finding(error).message))
        except SchemaError as error:
            problems.append(Problem(side.label, name, schema_findings(error)[0].message))


def _paired(old: _Loaded, new: _Loaded, calendar: Calendar) -> FileChange:
    versions = old.model, new.model
    if script_of(old.source.text) != script_of(new.source.text):
        versions = in_simplified(old.source, old.model), in_simplified(new.source, new.model)
    found = tuple(changes(*versions, calendar))
    return FileChange(new.kind, new.id, new.title, old.name, new.name, found, is_moved=old.key != new.key)


def _one_sided(loaded: _Loaded, *, old: bool) -> FileChange:
    names = (loaded.name, None) if old else (None, loaded.name)
    return FileChange(loaded.kind, loaded.id, loaded.title, *names)
