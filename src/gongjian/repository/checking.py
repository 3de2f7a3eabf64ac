"""Check one file: read it, hold it against its schema, run the rules, place the findings."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gongjian.model.base import Model
from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.model.finding import Finding
from gongjian.model.keys import titles
from gongjian.model.plan import Plan
from gongjian.model.sending import sent_by_fields
from gongjian.report.excerpts import kept_text
from gongjian.report.run import Run
from gongjian.repository.discovery import SETTINGS, Target
from gongjian.repository.rule_texts import rule_texts
from gongjian.repository.walking import SUFFIXES
from gongjian.rules.engine import check_plan
from gongjian.rules.files import file_finding
from gongjian.rules.schema import schema_findings
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards
from gongjian.rules.waivers import InlineWaiver, waive_inline
from gongjian.source.decoding import decode, read_bytes
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import KIND_KEY, KIND_TITLES, SchemaError, in_simplified, kind_of, load

if TYPE_CHECKING:
    from gongjian.rules.county.ledger_summary import Summary

SETTINGS_KIND = "repository/v1"
"""What the settings of a repository say they are."""

_FOREIGN = 0.6
"""A YAML file met in a folder is taken for a misspelt one of ours when a key is this like `gongjian`."""


@sent_by_fields
@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file.

    Attributes:
        name: how users know the file.
        text: its text, for code frames; empty when it could not be read.
        model: what it says, when its schema is met.
        findings: in the order of their places; all have a place.
        foreign: the file is not one of ours and was not asked for by name.
        summary: of a plan or a ledger, what the rules over all plans need, if that was asked for.
        waivers: comments about findings of those rules.
        is_sound: its schema is met; the model may have been let go of.
    """

    name: str
    text: str = ""
    model: Model | None = None
    findings: tuple[Finding, ...] = ()
    foreign: bool = False
    summary: "Summary | None" = None
    waivers: tuple[InlineWaiver, ...] = ()
    is_sound: bool = False


def check_file(
    target: Target, standards: Standards = DEFAULT_STANDARDS, *, summed_up: bool = False
) -> Checked:
    """Check one file, plans against the standards.

    What is wrong with it is told by findings, never by an exception. Plans are `summed_up` for
    the rules over all plans.
    """
    try:
        if target.path.suffix.lower() not in SUFFIXES and _is_spreadsheet(target):
            return _check_spreadsheet(target)
        source = _opened(target)
    except SourceError as error:
        return Checked(target.name, findings=_named(target.name, [_finding_of(error, target.name)]))
    try:
        return check_source(source, standards, summed_up=summed_up)
    except SourceError as error:
        if error.kind == "not-gongjian" and not (target.given or is_settings(target.name) or misspelt(error)):
            return Checked(source.name, source.text, foreign=True)
        return Checked(
            source.name, source.text, findings=_named(source.name, [_finding_of(error, source.name)])
        )


def is_settings(name: str) -> bool:
    """Tell by its name whether a file holds the settings of a repository."""
    return PurePosixPath(name).name == SETTINGS


def _finding_of(error: SourceError, name: str) -> Finding:
    """Turn an error into a finding; what a file should say depends on which it is."""
    if is_settings(name):
        error.details["meant"] = SETTINGS_KIND
    return file_finding(error)


def _opened(target: Target) -> SourceFile:
    """Read the text of a file.

    Raises:
        SourceError: it cannot be opened or decoded, or is a folder that cannot be looked into.
    """
    return SourceFile(target.name, decode(bytes_of(target)))


def bytes_of(target: Target) -> bytes:
    """Read a file.

    Raises:
        SourceError: it cannot be opened, is too big, or is a folder that cannot be looked into.
    """
    if target.errno is not None:
        raise SourceError("unreadable", errno=target.errno, folder=True)
    return read_bytes(target.path)


def check_source(
    source: SourceFile, standards: Standards = DEFAULT_STANDARDS, *, summed_up: bool = False
) -> Checked:
    """Check a text that was read; see `check_file`.

    Raises:
        SourceError: it is no YAML, or does not say what it is.
    """
    kind = known_kind(source)
    schema = schema_of(kind)
    try:
        model = load(source, schema)
    except SchemaError as error:
        findings = place_findings(source, schema, schema_findings(error))
        return Checked(source.name, source.text, findings=findings)
    if isinstance(model, Plan):
        model = standards.completed(model)
    plain = in_simplified(source, model)
    findings, later = waive_inline(source, place_findings(source, schema, _findings(plain, kind, standards)))
    summary = _summary(plain, kind, source.name, standards) if summed_up else None
    return Checked(source.name, source.text, model, findings, summary=summary, waivers=later, is_sound=True)


def _summary(model: Model, kind: str, name: str, standards: Standards) -> "Summary | None":
    """Sum up what the rules over all plans need."""
    if isinstance(model, Plan):
        from gongjian.rules.county.summary import summarize

        return summarize(model, name, standards)
    if kind == "ledger/v1":
        from gongjian.model.ledger import Ledger
        from gongjian.rules.county.ledger_summary import summarize_ledger

        assert isinstance(model, Ledger)
        return summarize_ledger(model, name)
    return None


def known_kind(source: SourceFile) -> str:
    """Give what a file says it is.

    Raises:
        SourceError: it is no YAML, does not say what it is, or is of no kind that we know.
    """
    kind = kind_of(source)
    if kind in KINDS and (kind == SETTINGS_KIND or not is_settings(source.name)):
        return kind
    from gongjian.source.places import locate

    place = locate(source.nodes, (KIND_KEY,), KIND_TITLES)
    raise SourceError("not-gongjian", place.line, place.column, len(kind), given=kind)


def _findings(model: Model, kind: str, standards: Standards) -> Iterable[Finding]:
    """Run the rules there are for a kind of file."""
    if isinstance(model, Plan):
        return check_plan(model, standards)
    if kind == "policy/v1":
        from gongjian.model.policy import Policy
        from gongjian.rules.pack_rules import check_pack

        assert isinstance(model, Policy)
        return check_pack(model, standards)
    if kind == "registry/v1":
        from gongjian.model.school_registry import Registry
        from gongjian.rules.registry_rules import check_registry

        assert isinstance(model, Registry)
        return check_registry(model)
    if kind == "ledger/v1":
        from gongjian.model.ledger import Ledger
        from gongjian.rules.ledger_rules import check_ledger

        assert isinstance(model, Ledger)
        return check_ledger(model)
    return ()


def _is_spreadsheet(target: Target) -> bool:
    from gongjian.repository.registries import is_spreadsheet

    return is_spreadsheet(target.path)


def _check_spreadsheet(target: Target) -> Checked:
    """Check a registry that is a spreadsheet.

    Raises:
        SourceError: it cannot be read.
    """
    from gongjian.repository.registries import check_sheets_of
    from gongjian.source.spreadsheet.registry import RegistrySheets

    sheets = RegistrySheets.read(target.path)
    registry, findings = check_sheets_of(sheets, target.name)
    return Checked(target.name, sheets.text, registry, findings, is_sound=registry is not None)


def check_files(targets: Iterable[Target], standards: Standards = DEFAULT_STANDARDS) -> Iterator[Checked]:
    """Check files one by one; a bad file never hides the others."""
    return (check_file(target, standards) for target in targets)


def collect(checked: Iterable[Checked], wanted: Container[str]) -> Run:
    """Gather what a report needs of checked files, and let go of the rest as it comes.

    Args:
        checked: files, in the order of the report.
        wanted: the ids of the rules whose findings are wanted.
    """
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    skipped: list[str] = []
    names: list[str] = []
    for file in checked:
        if file.foreign:
            skipped.append(file.name)
            continue
        names.append(file.name)
        if found := [finding for finding in file.findings if finding.rule in wanted]:
            findings += found
            texts[file.name] = kept_text(file.text, found)
    return Run(tuple(findings), len(names), texts, tuple(skipped), tuple(names), rules=rule_texts)


def place_findings(source: SourceFile, schema: type[Model], found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings their file and place, and put them in the order of the file."""
    found = list(found)
    if not found:
        return ()
    from gongjian.source.anchors import anchor
    from gongjian.source.places import locate

    names = titles(schema)
    placed = (
        replace(
            finding,
            file=source.name,
            place=locate(source.nodes, finding.at, names, key=finding.key, within=finding.within),
            anchor=anchor(source.nodes, finding.at, names),
        )
        for finding in found
    )
    return tuple(sorted(placed, key=lambda finding: finding.position))


def _named(name: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(replace(finding, file=name) for finding in findings)


def misspelt(error: SourceError) -> bool:
    """Tell whether one of the keys of a file that is none of ours was probably meant to be `gongjian`."""
    from difflib import get_close_matches

    keys = error.details.get("keys")
    return isinstance(keys, tuple) and bool(get_close_matches(KIND_KEY, keys, n=1, cutoff=_FOREIGN))
