"""The JSON Schema of plans, as peers get it: gongjian's own."""

import json
from pathlib import Path
from typing import Any


def plan_schema() -> dict[str, Any]:
    """Give the schema that `gongjian schema plan` prints."""
    from gongjian.model.plan import Plan
    from gongjian.model.schema import json_schema

    return json_schema(Plan)


def write_plan_schema(path: Path) -> None:
    """Write it."""
    path.write_text(json.dumps(plan_schema(), ensure_ascii=False), encoding="utf-8")
