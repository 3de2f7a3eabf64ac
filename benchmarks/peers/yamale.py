"""Yamale: its own schema, made of gongjian's."""

from pathlib import Path
from typing import ClassVar

from benchmarks.peers.peer import Peer, python_program
from benchmarks.peers.schema import plan_schema
from benchmarks.peers.yamale_schema import yamale_schema


class Yamale(Peer):
    """`yamale -s`, with as many processes as it takes by itself."""

    name = "yamale"
    does = "schema, no places"
    budgets: ClassVar = {1_000: 0.25, 10_000: 0.25}

    def find(self, npm: Path | None) -> str | None:
        return python_program("yamale")

    def prepare(self, plans: Path, own: Path) -> None:
        (own / "plan.yamale.yml").write_text(yamale_schema(plan_schema()), encoding="utf-8")

    def command(self, program: str, plans: Path, own: Path) -> list[str]:
        return [program, "-s", str(own / "plan.yamale.yml"), str(plans)]
