"""check-jsonschema: gongjian's JSON Schema, in Python."""

from pathlib import Path
from typing import ClassVar

from benchmarks.peers.peer import Peer, python_program
from benchmarks.peers.schema import write_plan_schema


class CheckJsonschema(Peer):
    """`check-jsonschema --schemafile`."""

    name = "check-jsonschema"
    does = "schema"
    budgets: ClassVar = {1: 0.67, 1_000: 0.05, 10_000: 0.05}

    def find(self, npm: Path | None) -> str | None:
        return python_program("check-jsonschema")

    def prepare(self, plans: Path, own: Path) -> None:
        write_plan_schema(own / "plan.schema.json")

    def command(self, program: str, plans: Path, own: Path) -> list[str]:
        files = map(str, sorted(plans.glob("*.yaml")))  # it takes no folders
        return [program, "--schemafile", str(own / "plan.schema.json"), *files]
