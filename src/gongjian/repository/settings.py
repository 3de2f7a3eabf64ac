"""The repository's settings, applied to what a run has found."""

from collections.abc import Container
from dataclasses import replace
from datetime import date
from pathlib import Path

from gongjian.model.repository import Repository
from gongjian.report.run import Run
from gongjian.repository.checking import place_findings
from gongjian.repository.discovery import SETTINGS
from gongjian.rules.waivers import expired_waiver, unused_waiver, waive_by_settings
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, load


def apply_waivers(run: Run, root: Path | None, day: date, wanted: Container[str], *, whole: bool) -> Run:
    """Mark the findings that the repository around waives, and report its expired waivers.

    Args:
        run: what was found.
        root: the folder of `gongjian.yaml`; without one nothing changes.
        day: the day on which waivers must still be valid.
        wanted: the ids of the rules whose findings are wanted, those about waivers too.
        whole: whether the whole repository was checked by every rule, so that waivers without a
            finding can be called unused.
    """
    if root is None:
        return run
    source, settings = _settings(root)
    if source is None or settings is None or not settings.waivers:
        return run
    findings, expired, unused = waive_by_settings(run.findings, settings.waivers, day)
    about = [expired_waiver.check(index, settings.waivers[index].until) for index in expired]
    if whole:
        message = "没有它豁免的问题，豁免用不着了"
        about += [replace(unused_waiver.check(message, None), at=("waivers", index)) for index in unused]
    placed = place_findings(source, Repository, [finding for finding in about if finding.rule in wanted])
    texts = {**run.texts, SETTINGS: source.text} if placed else run.texts
    return replace(run, findings=(*findings, *placed), texts=texts)


def _settings(root: Path) -> tuple[SourceFile | None, Repository | None]:
    """Read the settings; when they cannot be read, the check of the file itself says so."""
    try:
        source = SourceFile.read(root / SETTINGS, SETTINGS)
        return source, load(source, Repository)
    except (SourceError, SchemaError):
        return None, None
