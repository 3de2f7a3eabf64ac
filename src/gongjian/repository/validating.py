"""Check what a command is about: every file by itself, and then all plans together."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gongjian.report.run import Run
from gongjian.repository.cache.results import Cache
from gongjian.repository.checking import Checked, collect
from gongjian.repository.discovery import Discovery, Target, find_targets
from gongjian.repository.settings import Settings
from gongjian.repository.sweep import sweep
from gongjian.repository.walking import real_path
from gongjian.rules.standards import Standards

if TYPE_CHECKING:
    from gongjian.repository.changes import Earlier
    from gongjian.repository.survey import Survey

ENOUGH_TO_KEEP = 40
"""From so many files on results are kept from run to run."""


@dataclass(frozen=True, slots=True)
class Validation:
    """What files are checked by.

    Attributes:
        discovery: what was asked for. Where a folder was, its plans are held against all plans of
            the repository; files named one by one are checked by themselves.
        settings: the settings of the repository, which are applied to the run later.
        standards: what plans are held against.
        day: the day for which plans are asked whether they are in force.
        jobs: how many processes; None lets their number follow from what there is to do.
        cached: whether what earlier runs found is used, and what this one finds is kept.
        watch: lets the checked files pass, of so many, and may show how far they are.
        earlier: what the files that changed, and those that are gone, were, where only those are checked.
    """

    discovery: Discovery
    settings: Settings
    standards: Standards
    day: date
    jobs: int | None = None
    cached: bool = True
    watch: Callable[[Iterable[Checked], int], Iterable[Checked]] = lambda checked, _: checked
    earlier: "Earlier | None" = None

    def run(self, targets: Sequence[Target], wanted: Container[str]) -> Run:
        """Check files.

        Args:
            targets: those of the files asked for that are to be checked.
            wanted: the ids of the rules whose findings are wanted.
        """
        cache = Cache.open(self.settings.root if self.is_worth_keeping(targets) else None, self.standards)
        together = self._together(wanted)
        swept = sweep(targets, self.standards, cache, jobs=self.jobs, summed_up=together)
        checked = self.watch(swept, len(targets))
        if together:
            from gongjian.repository.survey import Survey

            survey = Survey()
            run = collect(survey.watch(checked), wanted)
            run = self._surveyed(run, survey, cache, targets, wanted)
        else:
            run = collect(checked, wanted)
        cache.save(whole=self._is_whole and len(targets) >= len(self.discovery.targets))
        return replace(run, outside=tuple(self.discovery.outside))

    def is_worth_keeping(self, targets: Sequence[Target]) -> bool:
        """Whether results are kept: to read and write those of a whole repository for a few files takes longer.

        A part of a repository is held against all of it.
        """
        asked_for = max(len(targets), len(self.discovery.targets))
        in_part = bool(self.discovery.folders) and not self._is_whole
        return self.cached and (in_part or asked_for >= ENOUGH_TO_KEEP)

    def _together(self, wanted: Container[str]) -> bool:
        if not self.discovery.folders:
            return False
        from gongjian.rules.county.registry import COUNTY_RULES

        return any(rule.id in wanted for rule in COUNTY_RULES)

    def _surveyed(
        self, run: Run, survey: "Survey", cache: Cache, targets: Sequence[Target], wanted: Container[str]
    ) -> Run:
        """Add the findings of the rules over all plans: those in the checked files, or about them."""
        earlier = self.earlier.sources() if self.earlier and self.earlier.identities else None
        if not (survey.files or earlier):
            return run
        around = (*self.discovery.targets, *self._around())
        survey.look_around(around, self.standards, cache)
        if earlier:
            survey.look_back(earlier, self.standards)
        met = {target.name: target for target in (*around, *targets)}
        if registry := self.settings.registry_file:  # a spreadsheet is not met in a folder
            name = self.settings.registry_name
            met.setdefault(name, Target(registry, name, given=True))
        findings, texts = survey.findings(
            self.standards, self.day, lambda name: met[name].path, self.settings.registry_name
        )
        return survey.merged(run, findings, texts, wanted)

    def _around(self) -> list[Target]:
        """Give the files of the repository, unless it was looked into as a whole."""
        root = self.settings.root
        return [] if root is None or self._is_whole else find_targets((), root, self.settings.scope)

    @property
    def _is_whole(self) -> bool:
        """Whether the repository was looked into as a whole."""
        root = self.settings.root
        return root is not None and any(
            root.is_relative_to(real_path(folder)) for folder in self.discovery.folders
        )
