"""The rules over all plans of a repository: what they cost for each plan, and whether that stays so."""

import tracemalloc
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from benchmarks.plans import plan_text
from benchmarks.setting import Setting
from benchmarks.table import Rows
from benchmarks.timing import functions

if TYPE_CHECKING:
    from gongjian.model.school_registry import Registry

DAY = date(2023, 3, 1)


def plans_together(setting: Setting) -> Rows:
    """Compare the pass over the summaries of many plans, a registry of all their schools beside them, with a parse."""
    from gongjian.model.plan import Plan
    from gongjian.rules.county.registry import check_county
    from gongjian.rules.county.summary import PlanSummary, summarize
    from gongjian.rules.county.view import County
    from gongjian.rules.standards import Standards
    from gongjian.source import fast

    runs, count = setting.runs, 1_000 if setting.quick else 10_000
    text = plan_text(1)
    standards = Standards(registry=_registry(2))
    sample = Plan.model_validate(fast.parse(text))

    def summaries(plans: int, standards: Standards) -> tuple[PlanSummary, ...]:
        read = (Plan.model_validate(fast.parse(plan_text(number))) for number in range(plans))
        return tuple(summarize(plan, f"plans/{n:05}.yaml", standards) for n, plan in enumerate(read))

    def together(plans: int) -> Callable[[], object]:
        standards = Standards(registry=_registry(plans))
        kept = summaries(plans, standards)
        return lambda: list(check_county(County(kept, standards, DAY)))

    summing, parsing = functions(
        lambda: [summarize(sample, "plans/00001.yaml", standards) for _ in range(100)],
        lambda: [fast.parse(text) for _ in range(100)],
        runs=runs,
    )
    yield (
        "summing up a plan for the rules over all plans",
        "the parse of its text",
        f"{summing.ratio(parsing):.2f}",
        "≤ 0.25",
    )
    few = count // 10
    a_tenth, whole, parse = functions(
        together(few), together(count), lambda: [fast.parse(text) for _ in range(100)], runs=runs
    )
    each, of_few, of_parse = whole.median / count, a_tenth.median / few, parse.median / 100
    yield (
        f"rules over {count:,} plans together, {3 * count:,} schools in the registry, for one plan ({each * 1e6:.0f} µs)",
        "the parse of its text",
        f"{each / of_parse:.2f}",
        "≤ 0.5",
    )
    yield "… for one plan", f"the same over {few:,} plans", f"{each / of_few:.2f}", "≤ 2"
    tracemalloc.start()
    kept = summaries(100, Standards())
    yield "a summary in memory", "", f"{tracemalloc.get_traced_memory()[0] / len(kept):,.0f} bytes", "≤ 2,500"
    tracemalloc.stop()


def _registry(plans: int) -> "Registry":
    from gongjian.model.school_registry import Registry

    parts = ("", "一分校", "二分校")
    schools = [
        {"name": f"第{number}小学{part}", "level": "薄弱" if part else "优质"}
        for number in range(plans)
        for part in parts
    ]
    return Registry.model_validate({"gongjian": "registry/v1", "schools": schools})
