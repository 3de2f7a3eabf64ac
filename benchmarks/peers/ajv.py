"""ajv-cli: gongjian's JSON Schema, compiled to JavaScript."""

import re
from pathlib import Path
from typing import ClassVar

from benchmarks.peers.peer import Peer, npm_program
from benchmarks.peers.schema import write_plan_schema

_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


class Ajv(Peer):
    """`ajv validate`, on copies of the plans with dates in quotes: its YAML reader makes objects of others."""

    name = "ajv-cli"
    does = "schema, no places"
    budgets: ClassVar = {1_000: 1.0}

    def find(self, npm: Path | None) -> str | None:
        return npm_program("ajv", npm)

    def prepare(self, plans: Path, own: Path) -> None:
        write_plan_schema(own / "plan.schema.json")
        (own / "plans").mkdir()
        for plan in plans.glob("*.yaml"):
            quoted = _DATE.sub(r"'\g<0>'", plan.read_text(encoding="utf-8"))
            (own / "plans" / plan.name).write_text(quoted, encoding="utf-8")

    def command(self, program: str, plans: Path, own: Path) -> list[str]:
        schema = [
            "--spec=draft2020",
            "--strict=false",
            "-c",
            "ajv-formats",
            "-s",
            str(own / "plan.schema.json"),
        ]
        return [program, "validate", *schema, "-d", f"{own}/plans/*.yaml"]
