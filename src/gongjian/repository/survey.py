"""The rules over all plans of a repository: summaries gathered while files are checked, then one pass.

A plan is let go of once it is summed up. Only the files that a finding is in, or refers to, are
read again, one by one, to find the lines.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.report.excerpts import united
from gongjian.report.run import Run
from gongjian.repository.cache import Cache
from gongjian.repository.checking import Checked
from gongjian.repository.discovery import Target
from gongjian.repository.locating import located
from gongjian.rules.county.summary import PlanSummary, summarize
from gongjian.rules.standards import Standards
from gongjian.rules.waivers import InlineWaiver, complaints_about, waive_by_comments
from gongjian.source.decoding import read_text
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, in_simplified, kind_of, load

_PLAN = "plan/v1"


@dataclass
class Survey:
    """What is kept of the files of a run for the rules over all plans.

    Attributes:
        files: the files that were checked, in their order.
        summaries: of the plans among them, and of those around them.
        unread: files that may be plans and could not be read.
        waivers: comments about findings of the rules over all plans, by file.
    """

    files: dict[str, int] = field(default_factory=dict)
    summaries: list[PlanSummary] = field(default_factory=list)
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
        if file.summary:
            self.summaries.append(file.summary)
        elif not (file.is_sound or file.foreign):
            self.unread.append(file.name)
        if file.waivers:
            self.waivers[file.name] = file.waivers

    def look_around(self, targets: Iterable[Target], standards: Standards, cache: Cache) -> None:
        """Sum up the plans of the repository that were not checked: those that were are held against them too."""
        others = {target.name: target for target in targets if target.name not in self.files}
        for target in others.values():
            kept = cache.get(cache.key_of(target))
            if summary := kept.summary if kept else _summary_of(target, standards):
                self.summaries.append(summary)

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
            the findings in files that were checked, or about them, placed; the lines of their files that
            they are at.
        """
        from gongjian.rules.county.registry import check_county
        from gongjian.rules.county.view import County

        plans = tuple(sorted(self.summaries, key=lambda plan: self.files.get(plan.file, -1)))
        county = County(plans, standards, day, registry_file, tuple(self.unread))
        placed, texts = located(
            (each for each in check_county(county) if concerns(each, self.files)), path_of
        )
        marked: list[Finding] = []
        for each in placed:
            marked += waive_by_comments([each], self.waivers.get(each.file, ()))
        for file, comments in self.waivers.items():
            if complaints := complaints_about(comments, file):
                marked += complaints
                texts.setdefault(file, read_text(path_of(file)))
        return marked, texts

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


def _summary_of(target: Target, standards: Standards) -> PlanSummary | None:
    """Sum up a plan without checking it; None when it is none, or cannot be read."""
    try:
        source = SourceFile.read(target.path, target.name)
        if _PLAN not in source.text or kind_of(source) != _PLAN:
            return None
        plan = in_simplified(source, standards.completed(load(source, Plan)))
        return summarize(plan, target.name, standards)
    except (SourceError, SchemaError):
        return None
