"""Only what changed: the files of a command that git says are not as they were, and what they were."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from gongjian.repository.checkout import Checkout
from gongjian.repository.discovery import Discovery, Scope, Target
from gongjian.repository.snapshots import is_met
from gongjian.source.decoding import SIZE_LIMIT, decode
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile

_AT_ONCE = 200
"""How many files of a commit are asked for at once."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The files that changed or are gone, as they were.

    Attributes:
        checkout: where they were.
        identities: what names the content of each, by the name that users know the file by.
    """

    checkout: Checkout
    identities: Mapping[str, str]

    def sources(self) -> Iterator[SourceFile]:
        """Yield their texts; what cannot be read is left out."""
        left = iter(self.identities.items())
        while some := list(islice(left, _AT_ONCE)):
            contents = self.checkout.contents(identity for _, identity in some)
            for (name, _), content in zip(some, contents, strict=True):
                if len(content) <= SIZE_LIMIT:
                    try:
                        yield SourceFile(name, decode(content))
                    except SourceError:
                        continue


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be checked since a revision.

    Attributes:
        targets: the changed files; all files, when something changed that all are held against.
        because: the file that is held against everything and changed; None when none did.
        earlier: what those that changed, and those that are gone, were; None when all files are to be checked.
    """

    targets: tuple[Target, ...]
    because: Path | None = None
    earlier: Earlier | None = None

    @property
    def are_none(self) -> bool:
        """Whether nothing changed, and nothing is gone."""
        return not self.targets and not (self.earlier and self.earlier.identities)


@dataclass(frozen=True)
class Naming:
    """How a file of the repository is called that may be there no more; "" for one that would not be looked at.

    Attributes:
        root: the folder of the repository.
        discovery: what was found for the command.
        scope: which files count.
        everything: whether no path was named.
    """

    root: Path | None
    discovery: Discovery
    scope: Scope
    everything: bool

    @cached_property
    def _top(self) -> Path | None:
        return self.root.resolve() if self.root else None

    @cached_property
    def _folders(self) -> list[Path]:
        return [folder.resolve() for folder in self.discovery.folders]

    def __call__(self, path: Path) -> str:
        """Name a file by its path, none of whose folders is a link."""
        if self._top is None or not path.is_relative_to(self._top):
            return ""
        if not any(path.is_relative_to(folder) for folder in self._folders):
            return ""
        below = path.relative_to(self._top)
        name = below.as_posix()
        return name if is_met(below) and self.scope.covers(name, everything=self.everything) else ""


def changed_targets(
    targets: Sequence[Target],
    folder: Path,
    revision: str,
    standards: Iterable[Path] = (),
    name_of: Callable[[Path], str] = lambda _: "",
) -> Changes:
    """Choose the files that changed since a revision.

    A file that was named and is not there stays, so that reading it says so.

    Args:
        targets: the files of the command.
        folder: a folder in the checkout.
        revision: a branch, tag or commit.
        standards: the files that all others are held against: settings, policy packs.
        name_of: names a file that changed or is gone; "" when it is none of the command's.

    Raises:
        GitError: git cannot tell.
    """
    checkout = Checkout.around(folder)
    changed = checkout.changed_since(revision)
    for file in standards:
        if changed.concerns(file):
            return Changes(tuple(targets), because=file)
    named = {name_of(path): identity for path, identity in changed.before.items()}
    earlier = Earlier(checkout, {name: identity for name, identity in named.items() if name})
    chosen = tuple(target for target in targets if target.path in changed or _is_missing(target))
    return Changes(chosen, earlier=earlier)


def _is_missing(target: Target) -> bool:
    return target.given and not target.path.exists()
