"""Put files into the canonical layout: what comes of each, and writing it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from gongjian.model.file_kinds import schema_of
from gongjian.model.finding import Finding
from gongjian.report.words import visible
from gongjian.repository.checking import bytes_of, known_kind, misspelt
from gongjian.repository.discovery import Target
from gongjian.repository.replacing import NotReplacedError, replace_content
from gongjian.repository.workers import in_order
from gongjian.rules.files import file_finding
from gongjian.source.decoding import decode, dressed_like, place_of
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.layout import Language, LayoutError, laid_out

WORTH_PROCESSES = 60
"""From so many files on several processes pay."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """What came of one file.

    Attributes:
        name: how users know it.
        before: its bytes.
        after: its bytes in the canonical layout; as `before` when it has that already or was refused.
        finding: why it cannot be read.
        refusal: why it is left as it is, with its place.
        foreign: the file is not one of ours and was not asked for by name.
    """

    name: str
    before: bytes = b""
    after: bytes = b""
    finding: Finding | None = None
    refusal: str = ""
    foreign: bool = False

    @property
    def changed(self) -> bool:
        """Whether the canonical layout is another."""
        return self.before != self.after

    @property
    def refused(self) -> bool:
        """Whether nothing could be done."""
        return bool(self.finding or self.refusal)


def format_files(
    targets: Sequence[Target], language: Language | None, *, write: bool, jobs: int | None = None
) -> Iterator[Formatted]:
    """Format files, in order; one that is refused never hides the others."""
    work = partial(format_file, language=language, write=write)
    return in_order(work, targets, jobs=jobs, enough=WORTH_PROCESSES)


def format_file(target: Target, language: Language | None = None, *, write: bool = False) -> Formatted:
    """Format one file, and write it back when that is asked for and changes it."""
    try:
        raw = bytes_of(target)
    except SourceError as error:
        return Formatted(target.name, finding=file_finding(error, target.name))
    formatted = format_bytes(raw, target.name, language, given=target.given)
    if write and formatted.changed:
        try:
            replace_content(target.path, raw, formatted.after)
        except NotReplacedError as error:
            return Formatted(target.name, raw, raw, refusal=f"{visible(target.name)}: {error}")
    return formatted


def format_bytes(raw: bytes, name: str, language: Language | None = None, *, given: bool = True) -> Formatted:
    """Format the content of a file; its line ends and its byte-order mark stay what they are.

    Args:
        raw: the content.
        name: how users know the file.
        language: the language its keys shall have; None leaves each as it is.
        given: whether the file was asked for by name.
    """
    try:
        source = SourceFile(name, decode(raw))
        text = laid_out(source, schema_of(known_kind(source)), language)
    except SourceError as error:
        if error.kind == "not-gongjian" and not given and not misspelt(error):
            return Formatted(name, raw, raw, foreign=True)
        return Formatted(name, raw, raw, finding=file_finding(error, name))
    except LayoutError as error:
        line, column = place_of(source.text[: error.at])
        return Formatted(
            name, raw, raw, refusal=f"{visible(name)}:{line}:{column}: 没有整理：{error.message}"
        )
    return Formatted(name, raw, dressed_like(raw, text))
