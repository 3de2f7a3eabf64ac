"""Text as it is being typed → what is wrong with it, with the places editors underline."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from gongjian.editor.positions import Range, lines_of, range_of
from gongjian.model.finding import Finding, Place
from gongjian.report.run import Run
from gongjian.repository.checking import Checked, check_source, misspelt
from gongjian.repository.discovery import SETTINGS
from gongjian.repository.settings import Settings
from gongjian.rules.files import file_finding
from gongjian.rules.index import RULES
from gongjian.rules.standards import Standards
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding and where an editor shows it."""

    finding: Finding
    range: Range

    @property
    def message(self) -> str:
        """What is wrong and what to do about it."""
        finding = self.finding
        return f"{finding.message}\n改法：{finding.hint}" if finding.hint else finding.message


def check_text(text: str, name: str, standards: Standards) -> Checked:
    """Check a text, whatever state it is in; a YAML file that is none of ours has no findings."""
    try:
        return check_source(SourceFile.of(text, name), standards)
    except SourceError as error:
        if error.kind == "not-gongjian" and "given" not in error.details and not misspelt(error):
            return Checked(name, text, foreign=True)
        return Checked(name, text, findings=(file_finding(error, name),))


def diagnostics(
    text: str,
    name: str,
    settings: Settings,
    standards: Standards,
    *,
    day: date | None = None,
    wanted: Container[str] = RULES,
) -> list[Diagnostic]:
    """Give what is wrong with a text and is not waived."""
    checked = check_text(text, name, standards)
    run = Run(checked.findings, 1, {name: text}, (), (name,))
    if name != SETTINGS or _is_in_force(text, settings):
        run = settings.apply(run, day or date.today(), wanted, whole=False)
    lines = lines_of(text)
    start = Place(line=1, column=1, end_line=1, end_column=2)
    return [
        Diagnostic(each, range_of(lines, each.place or start))
        for each in run.findings
        if each.file == name and not each.waived
    ]


def _is_in_force(text: str, settings: Settings) -> bool:
    """Tell whether settings come of this very text: while it is unsound, others are in force."""
    return settings.source is not None and settings.source.text == SourceFile.of(text).text
