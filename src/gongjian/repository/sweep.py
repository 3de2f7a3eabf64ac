"""Check many files: what is kept from an earlier run is not checked again, the rest in several processes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongjian.repository.cache import Cache, Result
from gongjian.repository.checking import Checked, check_file
from gongjian.repository.discovery import Target
from gongjian.repository.workers import in_order
from gongjian.rules.standards import Standards
from gongjian.source.decoding import read_text
from gongjian.source.errors import SourceError

ENOUGH = 150
"""From so many files on a second process pays; measured by `python -m benchmarks`."""


@dataclass(frozen=True, slots=True)
class _Check:
    """The check of one file, as a value that a worker process can be handed; gives nothing that is heavy to send."""

    standards: Standards

    def __call__(self, target: Target) -> Checked:
        checked = check_file(target, self.standards)
        return replace(checked, model=None, text=checked.text if checked.findings else "")


def sweep(
    targets: Sequence[Target], standards: Standards, cache: Cache, *, jobs: int | None = None
) -> Iterator[Checked]:
    """Yield what comes of each file, in their order, without the models.

    Args:
        targets: the files.
        standards: what plans are held against.
        cache: what is kept from earlier runs; what is found now is put there.
        jobs: how many processes; None for one a processor, if there is enough to do.
    """
    keys = [cache.key_of(target) for target in targets]
    kept = [bool(key) and cache.has(key) for key in keys]
    left = [target for target, known in zip(targets, kept, strict=True) if not known]
    fresh = in_order(_Check(standards), left, jobs=jobs, enough=ENOUGH)
    for target, key, known in zip(targets, keys, kept, strict=True):
        result = cache.get(key) if known else None
        if result is not None:
            yield _restored(target, result)
        else:
            checked = check_file(target, standards) if known else next(fresh)
            if key and not checked.waivers:  # comments that other rules may use are read anew
                cache.put(key, Result(checked.findings, checked.summary, checked.is_sound, checked.foreign))
            yield checked


def _restored(target: Target, result: Result) -> Checked:
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
