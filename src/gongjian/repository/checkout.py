"""The git checkout around a folder, asked by way of the git program."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from gongjian.repository.walking import real_path

_SETTINGS = ("-c", "core.fsmonitor=false")
"""A checkout of somebody else must not start a program of its choice."""

_FILES = frozenset({b"100644", b"100755"})
"""The modes of plain files in a commit."""

_GONE = b"D"
"""How git calls what is deleted."""

_REASONS = (
    ("not a git repository", "{folder} 不在 git 仓库里"),
    ("must be run in a work tree", "{folder} 是没有工作区的 git 仓库（裸仓库）"),
    (
        "dubious ownership",
        "{folder} 属于另一个用户，git 不肯读；运行 git config --global --add safe.directory '{folder}'",
    ),
    ("cannot change to", "没有文件夹 {folder}"),
)
"""What git complains of, and how we say it."""


class GitError(Exception):
    """Git cannot tell; the message says why, in Chinese."""


class FileSet:
    """Files of a checkout; a link to one is another file, a path through linked folders is not."""

    def __init__(self, files: Iterable[Path]) -> None:
        """Take the files, none of their folders a link."""
        self._files = frozenset(files)
        self._folders: dict[Path, Path] = {}

    def __contains__(self, file: Path) -> bool:
        """Whether a file, by whatever path, is among them."""
        folder = file.parent
        if folder not in self._folders:
            self._folders[folder] = Path(os.path.realpath(folder))
        return self._folders[folder] / file.name in self._files


@dataclass(frozen=True, slots=True)
class Changed:
    """What is not as it was at a commit.

    Attributes:
        files: the files that are there and were changed or added.
        before: what names the content, at that commit, of each plain file that was changed or is gone.
    """

    files: FileSet
    before: Mapping[Path, str]

    def __contains__(self, file: Path) -> bool:
        """Whether a file was changed or added."""
        return file in self.files

    def concerns(self, file: Path) -> bool:
        """Whether a file, or what it is a link to, was changed, added or taken away."""
        before = FileSet(self.before)
        return any(each in self.files or each in before for each in (file, real_path(file)))


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a commit: its path below the top, what names its content, and its size."""

    name: str
    identity: str
    size: int


@dataclass(frozen=True, slots=True)
class Checkout:
    """A git checkout.

    Attributes:
        top: its uppermost folder.
    """

    top: Path

    @classmethod
    def around(cls, folder: Path) -> Self:
        """Find the checkout around a folder.

        Raises:
            GitError: there is none, or no git program.
        """
        told = _git(folder, "rev-parse", "--show-toplevel")
        return cls(Path(os.fsdecode(told.removesuffix(b"\n"))))

    def changed_since(self, revision: str) -> Changed:
        """Give the files that are not as they were where the work parted from a revision.

        Those are files changed or added by commits, in the index or in the folder, and files
        that git does not know yet; a renamed file is one that is gone and one that was added.

        Raises:
            GitError: there is no such revision.
        """
        start = self.parting(self.commit(revision), "HEAD")
        told = self._ask(
            "diff", "--raw", "-z", "--no-abbrev", "--no-renames",
            "--no-ext-diff", "--ignore-submodules=all", start, "--",
        )  # fmt: skip
        unknown = self._ask("ls-files", "-z", "--others", "--exclude-standard")
        there = set(filter(None, unknown.split(b"\0")))
        before: dict[Path, str] = {}
        facts, names = told.split(b"\0")[:-1:2], told.split(b"\0")[1::2]
        for fact, name in zip(facts, names, strict=True):
            mode, _, identity, _, status = fact.removeprefix(b":").split()
            if status != _GONE:
                there.add(name)
            if mode in _FILES:
                before[self.top / os.fsdecode(name)] = identity.decode()
        return Changed(FileSet(self.top / os.fsdecode(name) for name in there), before)

    def commit(self, revision: str) -> str:
        """Give the id of the commit that a revision names.

        Raises:
            GitError: there is no such revision.
        """
        if commit := self._verified(revision):
            return commit
        if not self._verified("HEAD"):
            raise GitError(f"git 仓库里还没有提交，没有“{revision}”可比；先提交一次")
        if self._ask("rev-parse", "--is-shallow-repository").strip() == b"true":
            raise GitError(
                f"没有“{revision}”这个版本；这里只取了最近的历史，"
                "先取全：git fetch --unshallow（GitHub Actions 里 checkout 写 fetch-depth: 0）"
            )
        raise GitError(f"没有“{revision}”这个版本；{self._meant(revision)}")

    def _verified(self, revision: str) -> str:
        """Give the id of a commit; "" when there is none of that name."""
        if revision.startswith("-"):
            return ""
        try:
            told = self._ask("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        except GitError:
            return ""
        return told.decode().strip()

    def _meant(self, revision: str) -> str:
        from gongjian.rules.suggestions import did_you_mean

        names = self._ask("for-each-ref", "--format=%(refname:short)").decode(errors="replace").split("\n")
        return did_you_mean(revision, filter(None, names), "写分支、标签或提交的名称，如 main、HEAD~1")

    def parting(self, commit: str, other: str) -> str:
        """Give the commit where another parted from one; the one itself when they share none."""
        try:
            return self._ask("merge-base", commit, other).decode().strip()
        except GitError:
            return commit

    def blobs(self, commit: str) -> Iterator[Blob]:
        """Yield the files of a commit, links and what is no file left out."""
        for entry in self._ask("ls-tree", "-r", "-z", "-l", "--full-tree", commit).split(b"\0"):
            facts, _, name = entry.partition(b"\t")
            mode, _, rest = facts.partition(b" blob ")
            if mode in _FILES:
                identity, size = rest.split()
                yield Blob(os.fsdecode(name), identity.decode(), int(size))

    def contents(self, identities: Iterable[str]) -> Iterator[bytes]:
        """Yield what blobs hold, in order."""
        asked = "".join(f"{identity}\n" for identity in identities)
        if not asked:
            return
        told = _git(self.top, "cat-file", "--batch", given=asked.encode())
        at = 0
        while at < len(told):
            end = told.index(b"\n", at)
            size = int(told[at:end].split()[2])
            yield told[end + 1 : end + 1 + size]
            at = end + size + 2

    def _ask(self, *arguments: str) -> bytes:
        return _git(self.top, *arguments)


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """Call git.

    Args:
        folder: where.
        arguments: the command.
        given: what it reads.

    Raises:
        GitError: there is none, or it fails.
    """
    environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ("git", *_SETTINGS, "-C", os.fspath(folder), *arguments)
    try:
        done = subprocess.run(command, env=environment, input=given, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise GitError("没有找到 git 程序，要先装上 git") from None
    except (OSError, ValueError) as error:
        raise GitError(f"运行不了 git：{error}") from None
    if done.returncode:
        raise GitError(_reason(done.stderr.decode(errors="replace"), folder))
    return done.stdout


def _reason(complaint: str, folder: Path) -> str:
    """Say why git failed."""
    for words, reason in _REASONS:
        if words in complaint:
            return reason.format(folder=folder)
    return f"git 出错：{complaint.strip().partition(chr(10))[0] or '没有说明'}"
