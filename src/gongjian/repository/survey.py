"""The rules over all plans of a repository: summaries gathered while files are checked, then one pass.

A plan is let go of once it is summed up. Only the files that a finding is in, or refers to, are
read again, one by one, to find the lines.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gongjian.model.finding import Finding
from gongjian.report.excerpts import united
from gongjian.report.run import Run
from gongjian.repository.cache.results import Cache
from gongjian.repository.checking import Checked
from gongjian.repository.discovery import Target
from gongjian.repository.glancing import Glance, glance, may_be_plan, summed_up
from gongjian.repository.locating import located
from gongjian.rules.county.ledger_summary import Summary
from gongjian.rules.standards import Standards
from gongjian.rules.waivers import InlineWaiver, complaints_about, waive_by_comments
from gongjian.source.decoding import read_text
from gongjian.source.file import SourceFile

if TYPE_CHECKING:  # one file is checked without what all together need
    from gongjian.rules.county.view import County


@dataclass
class Survey:
    """What is kept of the files of a run for the rules over all plans.

    Attributes:
        files: the files that were checked, in their order.
        summaries: of the plans and ledgers among them, and of those around them.
        earlier: of what they were before they changed; None when nobody asked.
        unread: files that may be plans and could not be read.
        waivers: comments about findings of the rules over all plans, by file.
    """

    files: dict[str, int] = field(default_factory=dict)
    summaries: list[Summary] = field(default_factory=list)
    earlier: list[Summary] | None = None
    unread: list[str] = field(default_factory=list)
    waivers: dict[str, tuple[InlineWaiver, ...]] = field(default_factory=dict)

    def watch(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Let checked files pass, and keep what is needed of each."""
        for file in checked:
            self.take(file)
            yield file

    def take(self, file: Checked) -> None:
        """Keep what is needed of a checked file."""
        self.files[file.name] = len(self.files)
        self._keep(file.name, Glance(file.summary, file.waivers, unread=may_be_plan(file)))

    def look_around(self, targets: Iterable[Target], standards: Standards, cache: Cache) -> None:
        """Sum up the plans of the repository that were not checked: those that were are held against them too."""
        others = {target.name: target for target in targets if target.name not in self.files}
        for name, target in others.items():
            kept = cache.get(cache.key_of(target))
            sound = kept is not None and (kept.sound or kept.foreign)
            self._keep(name, Glance(kept.summary) if kept and sound else glance(target, standards))

    def look_back(self, sources: Iterable[SourceFile], standards: Standards) -> None:
        """Sum up what the files that changed were: what their change brought about elsewhere is told too."""
        found = (summed_up(source, standards) for source in sources)
        self.earlier = [summary for summary in found if summary]

    def _keep(self, name: str, seen: Glance) -> None:
        if seen.summary:
            self.summaries.append(seen.summary)
        if seen.unread:
            self.unread.append(name)
        if seen.waivers:
            self.waivers[name] = seen.waivers

    def findings(
        self,
        standards: Standards,
        day: date,
        path_of: Callable[[str], Path],
        registry_file: str = "",
    ) -> tuple[list[Finding], dict[str, str]]:
        """Run the rules over all plans.

        Args:
            standards: what plans are held against.
            day: the day for which plans are asked whether they are in force.
            path_of: says where a file is, by its name.
            registry_file: the name of the registry's file.

        Returns:
            the findings in files that were checked, about them, or brought about by their change,
            placed; the lines of their files that they are at.
        """
        from gongjian.rules.county.view import County

        county = County.of(self.summaries, standards, day, registry_file, self.unread)
        placed, texts = located(self._touched(county), path_of)
        marked: list[Finding] = []
        for each in placed:
            marked += waive_by_comments([each], self.waivers.get(each.file, ()))
        for file, comments in self.waivers.items():
            if file in self.files and (complaints := complaints_about(comments, file)):
                marked += complaints
                texts.setdefault(file, read_text(path_of(file)))
        return marked, texts

    def _touched(self, county: "County") -> Iterator[Finding]:
        """Yield the findings that have to do with the files of the run."""
        from gongjian.rules.county.registry import check_county

        before = self._before(county)
        for each in check_county(county):
            if concerns(each, self.files) or (before is not None and _spot(each) not in before):
                yield each

    def _before(self, county: "County") -> set[object] | None:
        """Give where findings were when the files that changed were as before; None when nobody asked."""
        from gongjian.rules.county.registry import check_county
        from gongjian.rules.county.view import County

        if self.earlier is None:
            return None
        changed = {*self.files, *(each.file for each in self.earlier)}
        stayed = (each for each in self.summaries if each.file not in changed)
        then = County.of(
            (*stayed, *self.earlier), county.standards, county.day, county.registry_file, county.unread
        )
        return set(map(_spot, check_county(then)))

    def merged(
        self, run: Run, findings: Iterable[Finding], texts: Mapping[str, str], wanted: Container[str]
    ) -> Run:
        """Put the wanted findings among those of a run, in the order of files and places."""
        last = len(self.files)
        more = [each for each in findings if each.rule in wanted]
        ordered = sorted(
            (*run.findings, *more),
            key=lambda each: (self.files.get(each.file, last), each.file, each.position),
        )
        told = {file: united(run.texts.get(file, ""), texts[file]) for file in {each.file for each in more}}
        return replace(run, findings=tuple(ordered), texts={**run.texts, **told})


def concerns(finding: Finding, files: Container[str]) -> bool:
    """Tell whether a finding is in one of some files, or refers to one: what a change of them may bring or mend."""
    return finding.file in files or any(each.file in files for each in finding.related)


def _spot(finding: Finding) -> object:
    """Give what tells a finding from others in files that stayed as they were."""
    return finding.rule, finding.file, finding.at
