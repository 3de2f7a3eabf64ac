"""The settings of the repository: read, turned into standards, applied to what a run has found."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gongjian.model.calendar import DEFAULT_CALENDAR
from gongjian.model.finding import Finding
from gongjian.model.repository import Repository
from gongjian.report.run import Run
from gongjian.repository.checking import check_file, place_findings
from gongjian.repository.discovery import SETTINGS, WHOLE, Discovery, Scope, Target, matches_any
from gongjian.repository.own_files import how_to_name, own_file
from gongjian.repository.unsaved import read_unsaved
from gongjian.repository.walking import SUFFIXES, real_path
from gongjian.rules.grading import empty_path, regraded, wrong_grades
from gongjian.rules.standards import Standards
from gongjian.rules.waivers import expired_waiver, unused_waiver, waive_by_settings
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, load, load_simplified

if TYPE_CHECKING:
    from gongjian.model.policy import Policy
    from gongjian.model.school_registry import Registry


def _silent() -> Repository:
    """Give settings that say nothing; made without the schema, which takes longer to build than a plan to check."""
    return Repository.model_construct(gongjian="repository/v1")


@dataclass(frozen=True)
class Settings:
    """What `gongjian.yaml` says; without one, or when it cannot be read, what goes without saying.

    Attributes:
        root: the folder of the repository.
        broken: the file is there and cannot be read.
        unsaved: texts of files that are being written, by their real paths: one that can be read
            stands for what is on the disk.
    """

    root: Path | None = None
    source: SourceFile | None = None
    said: Repository = field(default_factory=_silent)
    broken: bool = False
    unsaved: Mapping[Path, str] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, root: Path | None, unsaved: Mapping[Path, str] | None = None) -> "Settings":
        """Read the settings of the repository in a folder."""
        if root is None:
            return cls()
        unsaved = unsaved or {}
        found = read_unsaved(
            root / SETTINGS, SETTINGS, unsaved, lambda source: (source, load(source, Repository))
        )
        return cls(root, *found, unsaved=unsaved) if found else cls(root, broken=True, unsaved=unsaved)

    def standards(self, more: "Sequence[Policy]" = ()) -> Standards:
        """Give what plans are held against here, these packs in force beside the repository's own."""
        calendar = self.said.calendar
        return Standards(
            in_force=(*(pack for pack, _ in self._packs if pack), *more),
            local=tuple(pack for pack, local in self._packs if pack and local),
            calendar=calendar.calendar() if calendar else DEFAULT_CALENDAR,
            kinds=tuple(each.kind() for each in self.said.kinds),
            registry=self._registry,
            registry_unread=self.said.registry is not None and self._registry is None,
            members_per_lead=self.said.members_per_lead,
            bureau=self.said.bureau,
        )

    @property
    def scope(self) -> Scope:
        """Which files of the repository count; those that the settings name always do."""
        said = self.said.paths
        named = {SETTINGS, *self.said.policies, self.registry_name}
        return Scope(said.plans, said.exclude, frozenset(named)) if said else WHOLE

    @property
    def files(self) -> list[Path]:
        """The files that all others are held against: the settings, the repository's own packs, the registry."""
        if self.root is None:
            return []
        own = (
            self._own_file(name)
            for (_, local), name in zip(self._packs, self.said.policies, strict=True)
            if local
        )
        return [self.root / SETTINGS, *filter(None, (*own, self.registry_file))]

    @property
    def named_files(self) -> list[Path]:
        """The same, with those that are named and not there (any more)."""
        if self.root is None:
            return []
        local = (name for (_, local), name in zip(self._packs, self.said.policies, strict=True) if local)
        named = (*local, *filter(None, [self.said.registry]))
        return [*self.files, *(self.root / name for name in named)]

    @property
    def registry_file(self) -> Path | None:
        """The file of the registry, if the settings name one that is in the repository."""
        return self._own_file(self.said.registry) if self.said.registry and self.root else None

    @property
    def registry_name(self) -> str:
        """How users know the file of the registry."""
        path = self.registry_file
        if path is None or self.root is None:
            return ""
        return real_path(path).relative_to(real_path(self.root)).as_posix()

    @cached_property
    def _registry(self) -> "Registry | None":
        """The registry; None when there is none, it lies outside, or is unsound."""
        path, name = self.registry_file, self.said.registry
        if path is None or name is None:
            return None
        from gongjian.model.school_registry import Registry
        from gongjian.repository.registries import is_spreadsheet, read_registry

        if not is_spreadsheet(path):
            return read_unsaved(path, name, self.unsaved, lambda source: load(source, Registry))
        try:
            return read_registry(path, name)
        except (SourceError, SchemaError):
            return None

    def with_registry(self, discovery: Discovery) -> list[Target]:
        """Give the files that were found, and the registry with them when it is a spreadsheet among their folders."""
        path = self.registry_file
        if path is None or path.suffix.lower() in SUFFIXES:
            return discovery.targets
        real = real_path(path)
        inside = any(real.is_relative_to(real_path(folder)) for folder in discovery.folders)
        known = any(real_path(target.path) == real for target in discovery.targets if target.given)
        if known or not inside:
            return discovery.targets
        return [*discovery.targets, Target(path, self.registry_name, given=True)]

    @cached_property
    def _packs(self) -> "list[tuple[Policy | None, bool]]":
        """The packs in force, one for each name, None where there is none; and whether it is the repository's own."""
        if not self.said.policies or self.root is None:
            return []
        from gongjian.rules.packs import built_in_pack, pack_ids

        known = pack_ids()
        return [
            (built_in_pack(name), False) if name in known else (self._own_pack(name), True)
            for name in self.said.policies
        ]

    def _own_pack(self, name: str) -> "Policy | None":
        """Read a pack of the repository; None when there is none, it lies outside, or is unsound."""
        from gongjian.model.policy import Policy

        path = self._own_file(name)
        if path is None:
            return None
        return read_unsaved(path, name, self.unsaved, lambda source: load_simplified(source, Policy))

    def _own_file(self, name: str) -> Path | None:
        """Give the path of a file of the repository; None when there is none, or it lies outside."""
        assert self.root is not None
        return own_file(self.root, name)

    def apply(self, run: Run, day: date, wanted: Container[str], *, whole: bool) -> Run:
        """Grade the findings, mark those that are waived, add what is wrong with the settings themselves.

        Args:
            run: what was found.
            day: the day on which waivers must still be valid.
            wanted: the ids of the rules whose findings are wanted, those about settings too.
            whole: whether the whole repository was checked by every rule, so that waivers without
                a finding can be called unused.
        """
        if self.broken and self.root:
            return self._with_what_is_broken(run, wanted)
        if self.source is None:
            return run
        grades = self.said.severity
        findings, about = self._waived(
            replace(run, findings=regraded(run.findings, grades)), day, whole=whole
        )
        about += self._unknown_packs()
        about += self._unreadable_registry()
        about += wrong_grades(grades)
        if whole:
            about += self._empty_paths(run)
        about = [each for each in regraded(about, grades) if each.rule in wanted]
        placed = place_findings(self.source, Repository, about)
        texts = {**run.texts, SETTINGS: self.source.text} if placed else run.texts
        return replace(run, findings=(*findings, *placed), texts=texts)

    def judged(self, findings: Iterable[Finding], day: date) -> tuple[Finding, ...]:
        """Grade the findings of a file, and mark those that the repository waives on a day."""
        return waive_by_settings(regraded(findings, self.said.severity), self.said.waivers, day)[0]

    def _with_what_is_broken(self, run: Run, wanted: Container[str]) -> Run:
        """Add the findings about settings that cannot be read, unless the file was checked anyway."""
        if SETTINGS in run.texts:
            return run
        assert self.root is not None
        checked = check_file(Target(self.root / SETTINGS, SETTINGS, given=True))
        found = tuple(finding for finding in checked.findings if finding.rule in wanted)
        return replace(
            run,
            findings=(*run.findings, *found),
            texts={**run.texts, SETTINGS: checked.text},
            files=run.files + 1,
            names=(*run.names, SETTINGS),
        )

    def _waived(self, run: Run, day: date, *, whole: bool) -> tuple[tuple[Finding, ...], list[Finding]]:
        waivers = self.said.waivers
        if not waivers:
            return run.findings, []
        findings, expired, unused = waive_by_settings(run.findings, waivers, day)
        about = [expired_waiver.check(index, waivers[index].until) for index in expired]
        if whole:
            message = "没有它豁免的问题，豁免用不着了"
            about += [replace(unused_waiver.check(message, None), at=("waivers", index)) for index in unused]
        return findings, about

    def _empty_paths(self, run: Run) -> Iterator[Finding]:
        patterns = self.said.paths.plans if self.said.paths else ()
        names = (*run.names, *run.skipped)
        for index, pattern in enumerate(patterns):
            if not any(matches_any(name, (pattern,)) for name in names):
                yield empty_path.check(index, pattern)

    def _unreadable_registry(self) -> Iterator[Finding]:
        name = self.said.registry
        if not name or self._registry is not None:
            return
        from gongjian.rules.registry_rules import unreadable_registry

        if self.registry_file:
            said = f"学校名册“{name}”有问题，没有按它核对学校", f"用 gongjian validate {name} 查看"
        else:
            assert self.root is not None
            hint = how_to_name(self.root, name, "写名册文件的路径，如 registry: 学校名册.yaml")
            said = f"仓库里没有学校名册“{name}”", hint
        yield unreadable_registry.check(*said)

    def _unknown_packs(self) -> Iterator[Finding]:
        missing = [index for index, (pack, _) in enumerate(self._packs) if pack is None]
        if not missing:
            return
        from gongjian.rules.packs import pack_ids
        from gongjian.rules.requirements.quotas import unknown_policy
        from gongjian.rules.suggestions import did_you_mean

        assert self.root is not None
        for index in missing:
            name = self.said.policies[index]
            unsound = self._own_file(name) is not None
            otherwise = "写政策包的编号，或者仓库里政策包文件的路径，如 policies/本县.yaml"
            hint = did_you_mean(name, pack_ids(), how_to_name(self.root, name, otherwise))
            yield unknown_policy.stamp(
                Finding(
                    at=("policies", index),
                    message=f"政策包文件“{name}”有问题，没有按它检查" if unsound else f"没有政策包“{name}”",
                    hint=f"用 gongjian validate {name} 查看" if unsound else hint,
                )
            )
