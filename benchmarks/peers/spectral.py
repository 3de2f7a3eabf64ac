"""Spectral: gongjian's JSON Schema and eight rules."""

import json
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.peers.peer import Peer, npm_program
from benchmarks.peers.schema import plan_schema

_RULES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "id": ("$.id", "pattern", {"match": "^[0-9A-Za-z_.-]+$"}),
    "title": ("$.title", "length", {"min": 4, "max": 60}),
    "two-schools": ("$.schools", "length", {"min": 2}),
    "school-name": ("$.schools[*].name", "truthy", {}),
    "leader": ("$.leadership.leader.name", "truthy", {}),
    "measure-text": ("$.measures[*].text", "length", {"min": 10}),
    "commitment-id": ("$.measures[*].commitments[*].id", "pattern", {"match": "^[a-z0-9-]+$"}),
    "responsible": ("$.activities[*].responsible", "truthy", {}),
}
"""Rules: where they look, which function of Spectral's they call, and with what."""


class Spectral(Peer):
    """`spectral lint`."""

    name = "Spectral"
    does = "schema and 8 rules"
    budgets: ClassVar = {1_000: 0.067, 10_000: 0.067}

    def find(self, npm: Path | None) -> str | None:
        return npm_program("spectral", npm)

    def prepare(self, plans: Path, own: Path) -> None:
        rules = {
            name: _rule(
                given,
                {"function": function, "functionOptions": options} if options else {"function": function},
            )
            for name, (given, function, options) in _RULES.items()
        }
        options = {"dialect": "draft2020-12", "schema": plan_schema()}
        rules["plan-schema"] = _rule("$", {"function": "schema", "functionOptions": options})
        (own / "ruleset.json").write_text(json.dumps({"rules": rules}, ensure_ascii=False), encoding="utf-8")

    def command(self, program: str, plans: Path, own: Path) -> list[str]:
        return [program, "lint", "-r", str(own / "ruleset.json"), f"{plans}/*.yaml"]


def _rule(given: str, then: dict[str, Any]) -> dict[str, Any]:
    return {"given": given, "severity": "error", "message": "{{error}}", "then": then}
