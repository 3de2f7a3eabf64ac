"""What checking costs in process: against reading alone, the rules against the parse, findings against none."""

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.plans import PACKS, plan_text, write_plans
from benchmarks.setting import Setting
from benchmarks.table import Rows, ratio, seconds
from benchmarks.timing import functions

if TYPE_CHECKING:
    from gongjian.rules.standards import Standards

ROOT = Path(__file__).parents[1]


def in_process(setting: Setting) -> Rows:
    """Yield all of them."""
    yield from _many_plans(setting)
    yield from _rules_against_parse(setting.runs)
    yield from _rules_with_packs(setting.runs)
    yield from _findings_cost(setting)


def _many_plans(setting: Setting) -> Rows:
    from gongjian.rules.packs import built_in_pack
    from gongjian.rules.standards import Standards

    count = 50 if setting.quick else 1_000
    paths = write_plans(setting.folder / "many", count)
    standards = Standards(tuple(map(built_in_pack, PACKS)))
    mine, floor = functions(
        lambda: _check(paths, standards), lambda: _floor(paths), runs=min(setting.runs, 5)
    )
    yield (
        f"check of {count:,} plans, all rules, two packs, one process ({seconds(mine.median / count)} a plan)",
        "fast parse + Pydantic alone",
        ratio(mine.ratio(floor)),
        "≤ 1.5",
    )


def _rules_against_parse(runs: int) -> Rows:
    from gongjian.model.plan import Plan
    from gongjian.rules.engine import check_plan
    from gongjian.source import fast

    text = plan_text(1)
    plan = Plan.model_validate(fast.parse(text))
    rules, parse = functions(
        lambda: [list(check_plan(plan)) for _ in range(50)],
        lambda: [fast.parse(text) for _ in range(50)],
        runs=runs,
    )
    yield "rules over one plan", "the parse of its text", ratio(rules.ratio(parse)), "≤ 1"


def _rules_with_packs(runs: int) -> Rows:
    """Take a real plan of 240 lines, two packs in force."""
    from gongjian.model.plan import Plan
    from gongjian.rules.engine import check_plan
    from gongjian.rules.packs import built_in_pack
    from gongjian.rules.standards import Standards
    from gongjian.source.file import SourceFile
    from gongjian.source.loading import load

    text = (ROOT / "plans" / "yongli.yaml").read_text(encoding="utf-8")
    plan = load(SourceFile.of(text), Plan)
    standards = Standards((built_in_pack("yongli"), built_in_pack("guofa-2016-40")))
    rules, read = functions(
        lambda: [list(check_plan(plan, standards)) for _ in range(20)],
        lambda: [load(SourceFile.of(text), Plan) for _ in range(20)],
        runs=runs,
    )
    yield (
        "rules and entailment over `plans/yongli.yaml`, two packs",
        "loading it",
        ratio(rules.ratio(read)),
        "≤ 1",
    )


def _findings_cost(setting: Setting) -> Rows:
    clean, bad = setting.folder / "clean.yaml", setting.folder / "bad.yaml"
    clean.write_text(plan_text(1), encoding="utf-8")
    bad.write_text(plan_text(1).replace("host: one", "host: on", 1), encoding="utf-8")
    with_finding, without = functions(
        lambda: _check([bad] * 20), lambda: _check([clean] * 20), runs=setting.runs
    )
    yield "a plan with a finding", "the same plan clean", ratio(with_finding.ratio(without)), "≤ 3"


def _check(paths: list[Path], standards: "Standards | None" = None) -> None:
    from gongjian.repository.checking import check_files
    from gongjian.repository.discovery import Target

    targets = [Target(path, path.name, given=True) for path in paths]
    for _ in check_files(targets, standards) if standards else check_files(targets):
        pass


def _floor(paths: list[Path]) -> None:
    import yaml_rs

    from gongjian.model.plan import Plan

    for path in paths:
        Plan.model_validate(yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False))
