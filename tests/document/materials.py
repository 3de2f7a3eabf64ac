"""Plans, ledgers and what else documents are made of, for tests."""

from dataclasses import replace
from pathlib import Path

from gongjian.document.compliance import Check, Comparison, Compliance
from gongjian.document.material import Material
from gongjian.model.ledger import Ledger
from gongjian.model.plan import Plan
from gongjian.model.terms import parse_term
from gongjian.source.file import SourceFile
from gongjian.source.loading import load
from real_plans import REAL_PLANS

ROOT = Path(__file__).parents[2]
PLANS = [path.stem for path in REAL_PLANS]
BASE = "tests/cases/good/base.yaml"


def plan_of(path: str) -> Plan:
    """A plan by the name of its file in plans/, or by a path."""
    path = path if "/" in path else f"plans/{path}.yaml"
    return load(SourceFile.read(ROOT / path, path), Plan)


def ledger_of(name: str) -> Ledger | None:
    """The ledger of a plan, if there is one."""
    path = ROOT / f"plans/ledgers/{name}.yaml"
    return load(SourceFile.read(path, path.name), Ledger) if path.is_file() else None


def material_of(name: str = BASE, term: str = "", **changes: object) -> Material:
    """A plan with its ledger; `changes` are fields of the plan as in a file."""
    plan = plan_of(name)
    if changes:
        plan = Plan.model_validate(plan.model_dump(mode="python") | changes)
    material = Material(plan, ledger_of(name))
    return replace(material, term=parse_term(term)) if term else material


COMPLIANCE = Compliance(
    (
        Comparison(
            "《甲文件》", "三（一）", "每学期两次以上。", "每学期不少于2次", "示范课每学年不少于4次", "5次",
            "无法保证", "四次可能都在一个学期。",
        ),
        Comparison("《甲文件》", "三（二）", "每年一次以上。", "每年不少于1次", "", "", "没有承诺"),
    ),
    (
        Check("《甲文件》", "一", "要有组长。", met=True),
        Check("《甲文件》", "四", "要写考核。", met=False, reason="没有写“考核”。"),
    ),
)  # fmt: skip
