"""Only what changed: the files of a command that git says are not as they were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongjian.repository.checkout import Checkout
from gongjian.repository.discovery import Target


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be checked since a revision.

    Attributes:
        targets: the changed files; all files, when something changed that all are held against.
        because: the file that is held against everything and changed; None when none did.
    """

    targets: tuple[Target, ...]
    because: Path | None = None


def changed_targets(
    targets: Sequence[Target], folder: Path, revision: str, standards: Iterable[Path] = ()
) -> Changes:
    """Choose the files that changed since a revision.

    A file that was named and is not there stays, so that reading it says so.

    Args:
        targets: the files of the command.
        folder: a folder in the checkout.
        revision: a branch, tag or commit.
        standards: the files that all others are held against: settings, policy packs.

    Raises:
        GitError: git cannot tell.
    """
    changed = Checkout.around(folder).changed_since(revision)
    for file in standards:
        if file in changed:
            return Changes(tuple(targets), because=file)
    return Changes(tuple(target for target in targets if target.path in changed or _is_missing(target)))


def _is_missing(target: Target) -> bool:
    return target.given and not target.path.exists()
