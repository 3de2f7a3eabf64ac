"""What programs can do about a finding: the edit that `--fix` would make, to the character."""

from dataclasses import dataclass

from gongjian.model.finding import Finding, Place
from gongjian.model.script import has_simplified, has_traditional
from gongjian.report.run import Run
from gongjian.source.splicing import replacement


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to be written at a place instead of those that stand there; `safe` means without asking."""

    place: Place
    old: str
    new: str
    safe: bool


def edit_of(finding: Finding, run: Run) -> Edit | None:
    """Give the edit that mends a finding; None when nobody knows one, or something else stands there."""
    text = run.texts.get(finding.file, "")
    if finding.mend is None or finding.place is None or not text:
        return None
    words = replacement(text, finding.place, finding.mend)
    if words is None:
        return None
    stands_out = has_simplified(finding.mend.new) and has_traditional(text)
    return Edit(finding.place, *words, safe=finding.mend.sure and not stands_out)
