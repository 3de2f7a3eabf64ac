"""What `gongjian validate` is asked to check: the last answer again, or a new one."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

import click

from gongjian.cli.changes import changed_only
from gongjian.cli.named_pack import named_pack
from gongjian.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongjian.report.run import Run
    from gongjian.repository.cache.recall import Recall
    from gongjian.repository.changes import Earlier
    from gongjian.repository.discovery import Discovery, Target
    from gongjian.repository.settings import Settings
    from gongjian.rules.selection import Selection
    from gongjian.rules.standards import Standards


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be checked, and how.

    Attributes:
        root: the folder of the repository.
        paths: the files and folders that were named; nothing is the repository.
        policies: packs in force beside the repository's own, as they were named.
        wanted: the rules whose findings are wanted.
        revision: only what changed since this revision is checked.
        day: the day for which plans and waivers are asked whether they are in force.
        jobs: how many processes; None lets their number follow from what there is to do.
        cached: whether what earlier runs found is used, and what this one finds is kept.
        quiet: tells of nothing but findings.
    """

    root: Path | None
    paths: tuple[Path, ...]
    policies: tuple[str, ...]
    wanted: "Selection"
    revision: str | None
    day: date
    jobs: int | None
    cached: bool
    quiet: bool

    @property
    def is_whole(self) -> bool:
        """Whether the whole repository is asked for."""
        return not self.paths and self.revision is None

    def run(self) -> "Run":
        """Give what the last run found, when nothing has changed since, or check.

        Raises:
            click.UsageError: git cannot tell what has changed; packs are missing or contradict each other.
        """
        recall = self._recall()
        return (recall.run() if recall else None) or self._checked(recall)

    def mend(self, *, canonical: bool, diff: bool) -> bool:
        """Mend files, or show how they would be; give whether there is anything to mend.

        Raises:
            click.UsageError: see `run`.
        """
        from gongjian.cli.fixing import fix_and_tell

        settings, standards = self._standards()
        _, targets, _ = self._targets(settings, quiet=True)
        return fix_and_tell(targets, standards, self.wanted, canonical=canonical, diff=diff, quiet=self.quiet)

    def _checked(self, recall: "Recall | None") -> "Run":
        from gongjian.repository.validating import Validation

        started = time()
        settings, standards = self._standards()
        discovery, targets, earlier = self._targets(settings, quiet=self.quiet)
        validation = Validation(
            discovery,
            settings,
            standards,
            self.day,
            self.jobs,
            cached=self.cached,
            watch=partial(progress, label="检查"),
            earlier=earlier,
        )
        run = validation.run(targets, self.wanted)
        every_rule = not (self.wanted.select or self.wanted.ignore)
        run = settings.apply(run, self.day, self.wanted, whole=self.is_whole and every_rule)
        if recall and validation.is_worth_keeping(targets):
            recall.keep(run, discovery, settings, started)
        return run

    def _recall(self) -> "Recall | None":
        """Give what may be remembered: not a part of the files, nor what files elsewhere say."""
        if self.root is None or not self.cached or self.policies or self.revision is not None:
            return None
        from gongjian.repository.cache.recall import Recall

        options = (str(self.day), *self.wanted.select, "", *self.wanted.ignore)
        return Recall(self.root, self.paths, Path.cwd(), options)

    def _targets(
        self, settings: "Settings", *, quiet: bool
    ) -> "tuple[Discovery, Sequence[Target], Earlier | None]":
        """Give what was found, what of it is to be checked, and what that was before it changed."""
        from gongjian.repository.discovery import discover

        discovery = discover(self.paths, Path.cwd(), settings.scope)
        targets = settings.with_registry(discovery)
        if self.revision is None:
            return discovery, targets, None
        from gongjian.repository.changes import Naming

        naming = Naming(self.root, discovery, settings.scope, everything=not self.paths)
        changes = changed_only(targets, self.revision, settings, self.policies, naming, quiet=quiet)
        return discovery, changes.targets, changes.earlier

    def _standards(self) -> "tuple[Settings, Standards]":
        """Give the settings of the repository, and what plans are held against."""
        from gongjian.repository.settings import Settings

        packs = [named_pack(name) for name in self.policies]
        settings = Settings.read(self.root)
        standards = settings.standards(packs)
        if contradiction := standards.contradiction():
            raise click.UsageError(f"政策包和仓库的活动类型互相矛盾：{contradiction}")
        return settings, standards
