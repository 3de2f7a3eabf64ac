"""The plans of `plans/`, which holds its settings and its registry too."""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "plans"
REAL_PLANS = sorted(
    path for path in FOLDER.glob("*.yaml") if path.name not in {"gongjian.yaml", "学校名册.yaml"}
)
