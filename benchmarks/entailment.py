"""Hold the entailment of quotas against the brute-force oracle of the tests, at length.

    python -m benchmarks.entailment            10,000 comparisons
    python -m benchmarks.entailment 100000     more of them

Prints how many there were of each verdict, how many of each shape, and how long both took; exits with 1
when the two ever differ.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/model"))

from oracle import Comparison, comparisons, stretches_of, subjects_of, verdict

from gongjian.model.entailment import entails
from gongjian.model.entailment.question import pose

BUDGET = 5000
"""The most schedules that are enumerated for one comparison."""


class Tally:
    """Counts comparisons, and keeps those on which the two differ."""

    def __init__(self) -> None:
        self.verdicts: Counter[str] = Counter()
        self.shapes: Counter[str] = Counter()
        self.differences: list[str] = []
        self.oracle = self.decision = 0.0

    def __call__(self, case: Comparison) -> None:
        """Hold one comparison against the oracle."""
        start = time.perf_counter()
        expected = verdict(case)
        between = time.perf_counter()
        decided = entails(case.commitment, case.requirement, case.calendar, case.parties)
        self.oracle += between - start
        self.decision += time.perf_counter() - between
        self.verdicts[expected] += 1
        self.shapes.update(_shapes(case))
        if decided.verdict != expected:
            self.differences.append(f"{case}: {expected}, not {decided.verdict} ({decided.reason})")


def _shapes(case: Comparison) -> list[str]:
    question = pose(case.commitment, case.requirement, case.calendar, case.parties)
    crossing = any(len(overlap.meets) > overlap.contains for overlap in question.seen()) and any(
        len(overlap.meets) > overlap.contains for overlap in question.seen_back()
    )
    facts = {
        "crossing periods": crossing,
        "different periods": case.commitment.period != case.requirement.period,
        "different subjects": case.commitment.per != case.requirement.per,
        "distinct subjects (门)": question.distinct,
        "four atoms or more": len(stretches_of(case)) * len(subjects_of(case)) >= 4,
    }
    return [shape for shape, holds in facts.items() if holds]


def main() -> int:
    """Compare, print, and say whether all agreed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.entailment", description=__doc__)
    parser.add_argument("examples", nargs="?", type=int, default=10_000)
    examples = parser.parse_args().examples
    tally = Tally()
    compare = given(comparisons(BUDGET))(tally.__call__)
    settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )(compare)()
    total = tally.verdicts.total()
    print(f"{total:,} comparisons, {len(tally.differences)} differences")
    for name, count in (tally.verdicts + tally.shapes).items():
        print(f"  {name:<24} {count:>7,}")
    print(
        f"oracle {tally.oracle:.1f} s, decision {tally.decision:.2f} s ({tally.decision / total * 1e6:.0f} µs each)"
    )
    print(*tally.differences[:10], sep="\n")
    return 1 if tally.differences or total < examples else 0


if __name__ == "__main__":
    raise SystemExit(main())
