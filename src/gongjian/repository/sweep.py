"""Check many files: what is kept from an earlier run is not checked again, the rest in several processes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gongjian.report.excerpts import kept_text
from gongjian.repository.cache.results import Cache
from gongjian.repository.checking import Checked, check_file
from gongjian.repository.discovery import Target
from gongjian.repository.workers import in_order
from gongjian.rules.standards import Standards
from gongjian.source.decoding import read_text
from gongjian.source.errors import SourceError

if TYPE_CHECKING:
    from gongjian.repository.cache.result import Result

ENOUGH = 150
"""From so many files on a second process pays; measured by `python -m benchmarks`."""


@dataclass(frozen=True, slots=True)
class _Check:
    """The check of one file, as a value that a worker process can be handed; gives nothing that is heavy to send."""

    standards: Standards
    summed_up: bool

    def __call__(self, target: Target) -> Checked:
        checked = check_file(target, self.standards, summed_up=self.summed_up)
        if not checked.is_sound:  # its text tells what kind of file it may be
            return checked
        return replace(checked, model=None, text=kept_text(checked.text, checked.findings))


def sweep(
    targets: Sequence[Target],
    standards: Standards,
    cache: Cache,
    *,
    jobs: int | None = None,
    summed_up: bool = True,
) -> Iterator[Checked]:
    """Yield what comes of each file, in their order, without the models.

    Args:
        targets: the files.
        standards: what plans are held against.
        cache: what is kept from earlier runs; what is found now is put there.
        jobs: how many processes; None for one a processor, if there is enough to do.
        summed_up: whether plans are summed up for the rules over all plans; those that are kept always are.
    """
    states = [_state(target) if cache.keeps else None for target in targets]
    keys = [cache.key_of(target) for target in targets]
    kept = [bool(key) and cache.has(key) for key in keys]
    left = [target for target, known in zip(targets, kept, strict=True) if not known]
    check = _Check(standards, summed_up or cache.keeps)
    fresh = in_order(check, left, jobs=jobs, enough=ENOUGH)
    for target, key, known, state in zip(targets, keys, kept, states, strict=True):
        result = cache.get(key) if known else None
        if result is not None:
            yield _restored(target, result)
        else:
            checked = check(target) if known else next(fresh)
            # Comments that other rules may use are read anew; what was written meanwhile is not what the key names.
            if key and not checked.waivers and _state(target) == state:
                cache.put(key, _kept(checked))
            yield checked


def _state(target: Target) -> tuple[int, ...] | None:
    """Tell a file from what it was before somebody wrote to it."""
    try:
        told = target.path.stat()
    except OSError:
        return None
    return told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns


def _kept(checked: Checked) -> "Result":
    """Make of a check what is kept of it."""
    from gongjian.repository.cache.result import Result

    return Result(checked.findings, checked.summary, checked.is_sound, checked.foreign)


def _restored(target: Target, result: "Result") -> Checked:
    """Make of a kept result what the check would have given."""
    text = ""
    if result.findings:
        try:
            text = read_text(target.path)
        except SourceError:
            text = ""  # a file that cannot be decoded has no text to show
    return Checked(
        target.name,
        text,
        findings=result.findings,
        foreign=result.foreign,
        summary=result.summary,
        is_sound=result.sound,
    )
