"""Every folder in cases/repositories gives exactly its findings: rules over all plans, registries, settings.

A case is a repository, and in it `findings.txt` with the lines that `gongjian validate` prints for it on
1 March 2023. `python tests/test_repository_cases.py` writes the missing ones for reading and checking in.
"""

from datetime import date
from pathlib import Path

import pytest

from gongjian.report.plain import lines
from gongjian.report.run import Run
from gongjian.repository.discovery import discover
from gongjian.repository.settings import Settings
from gongjian.repository.validating import Validation
from gongjian.rules.county.registry import COUNTY_RULES
from gongjian.rules.grading import GRADING_RULES
from gongjian.rules.registered.registry import REGISTERED_RULES
from gongjian.rules.registry_rules import REGISTRY_RULES, unreadable_registry
from gongjian.rules.selection import Selection
from gongjian.rules.spreadsheet_rules import SPREADSHEET_RULES

REPOSITORIES = sorted(path for path in (Path(__file__).parent / "cases/repositories").iterdir())
DAY = date(2023, 3, 1)


def run_of(root: Path) -> Run:
    settings, everything = Settings.read(root), Selection()
    discovery = discover([root], root, settings.scope)
    targets = settings.with_registry(discovery)
    run = Validation(discovery, settings, settings.standards(), DAY).run(targets, everything)
    return settings.apply(run, DAY, everything, whole=True)


def report(root: Path) -> str:
    return "".join(f"{line}\n" for line in lines(run_of(root)))


@pytest.mark.parametrize("root", REPOSITORIES, ids=lambda path: path.name)
def test_a_repository_gives_exactly_its_findings(root: Path) -> None:
    assert report(root) == (root / "findings.txt").read_text(encoding="utf-8")


def test_every_rule_about_repositories_has_a_case() -> None:
    found = {finding.rule for root in REPOSITORIES for finding in run_of(root).findings}
    rules = (*COUNTY_RULES, *REGISTERED_RULES, *REGISTRY_RULES, *SPREADSHEET_RULES, unreadable_registry)
    assert {rule.id for rule in (*rules, *GRADING_RULES)} - found == set()
    assert {"GJ012", "GJ610"} <= found


if __name__ == "__main__":
    for case in REPOSITORIES:
        if not (case / "findings.txt").exists():
            (case / "findings.txt").write_text(report(case), encoding="utf-8")
