"""Registries (学校名册) in files: read, whether YAML or spreadsheet, and spreadsheets checked."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from gongjian.model.finding import Finding
from gongjian.model.school_registry import Registry
from gongjian.rules.registry_rules import check_registry
from gongjian.rules.schema import schema_findings
from gongjian.rules.spreadsheet_rules import check_sheets, in_cell, registry_without_schools
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, load
from gongjian.source.spreadsheet.reading import SPREADSHEETS
from gongjian.source.spreadsheet.registry import RegistrySheets, place_of_cell


def is_spreadsheet(path: Path) -> bool:
    """Tell by its name whether a file is a spreadsheet."""
    return path.suffix.lower() in SPREADSHEETS


def read_registry(path: Path, name: str) -> Registry:
    """Read a registry.

    Raises:
        SourceError: the file cannot be read.
        SchemaError: it is no registry.
    """
    return (
        registry_of(RegistrySheets.read(path))
        if is_spreadsheet(path)
        else load(SourceFile.read(path, name), Registry)
    )


def registry_of(sheets: RegistrySheets) -> Registry:
    """Make a registry of a spreadsheet's data.

    Raises:
        SchemaError: it is none.
    """
    try:
        return Registry.model_validate(sheets.data)
    except ValidationError as error:
        raise SchemaError(Registry, error.errors(include_url=False)) from None


def check_sheets_of(sheets: RegistrySheets, name: str) -> tuple[Registry | None, tuple[Finding, ...]]:
    """Check a registry that is a spreadsheet: what it says, if it is sound, and the findings, placed."""
    found = list(check_sheets(sheets))
    registry = None
    if not any(finding.rule == registry_without_schools.id for finding in found):
        try:
            registry = registry_of(sheets)
            found += place_in_sheets(sheets, check_registry(registry))
        except SchemaError as error:
            found += place_in_sheets(sheets, schema_findings(error))
    placed = [replace(finding, file=name) for finding in found]
    return registry, tuple(sorted(placed, key=lambda finding: finding.position))


def place_in_sheets(sheets: RegistrySheets, findings: Iterable[Finding]) -> list[Finding]:
    """Give findings the places of their cells; what is about a cell that is a finding already is left out."""
    placed = []
    for finding in findings:
        found = sheets.cell(finding.at)
        if found is None:
            placed.append(finding)
        elif not found[1].trouble:
            sheet, cell = found
            message = in_cell(finding.message, sheet, cell)
            anchor = sheets.anchor(finding.at)
            placed.append(replace(finding, message=message, place=place_of_cell(cell), anchor=anchor))
    return placed
