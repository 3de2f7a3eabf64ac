"""Peers are set up so that their times mean something."""

import os
from pathlib import Path
from typing import Any

import pytest
from benchmarks.installation import environment_for_children
from benchmarks.peers import PEERS
from benchmarks.peers.peer import Peer
from benchmarks.peers.proof import UnfitPeerError, prove
from benchmarks.peers.yamale_schema import yamale_schema
from benchmarks.plans import PACKS, plan_text, write_plans

from gongjian.repository.checking import check_files
from gongjian.repository.discovery import Target
from gongjian.rules.packs import built_in_pack
from gongjian.rules.standards import Standards


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_takes_sound_plans_and_refuses_broken_ones(peer: Peer, tmp_path: Path) -> None:
    npm = os.environ.get("GONGJIAN_NPM")
    program = peer.find(Path(npm) if npm else None)
    if program is None:
        pytest.skip(f"needs {peer.name}")
    prove(peer, program, tmp_path, environment_for_children())


class Yes(Peer):
    name = "yes"
    does = "nothing"
    answer = 0

    def find(self, npm: Path | None) -> str | None:
        return "sh"

    def prepare(self, plans: Path, own: Path) -> None:
        pass

    def command(self, program: str, plans: Path, own: Path) -> list[str]:
        return [program, "-c", f"exit {self.answer}"]


class No(Yes):
    name = "no"
    answer = 1


@pytest.mark.skipif(os.name == "nt", reason="needs sh")
@pytest.mark.parametrize(
    ("peer", "fault"), [(Yes(), "yes takes a key that nobody knows"), (No(), "no refuses sound plans")]
)
def test_a_peer_that_tells_nothing_apart_is_not_timed(peer: Peer, fault: str, tmp_path: Path) -> None:
    with pytest.raises(UnfitPeerError, match=fault):
        prove(peer, "sh", tmp_path, environment_for_children())


def test_gongjian_has_nothing_against_the_plans(tmp_path: Path) -> None:
    """Nor have the packs, which are all looked at: without one commitment each misses something."""
    standards = Standards(tuple(map(built_in_pack, PACKS)))
    (plan,) = write_plans(tmp_path / "plans", 1)
    assert found(plan, standards) == []
    text = plan_text(0)
    kept = [line for line in text.splitlines(keepends=True) if "rotation" not in line]
    plan.write_text("".join(kept).replace("捆绑", "一起"), encoding="utf-8")
    packs = {finding.policy.pack for finding in found(plan, standards)}
    assert packs == set(PACKS)


def found(plan: Path, standards: Standards) -> list[Any]:
    checked = check_files([Target(plan, plan.name, given=True)], standards)
    return [finding for result in checked for finding in result.findings]


SCHEMA = {
    "type": "object",
    "required": ["id", "when"],
    "properties": {
        "id": {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "^[a-z]+$"},
        "when": {"type": ["string", "integer"], "pattern": "[0-9]{4}"},
        "kind": {"anyOf": [{"enum": ["甲", "乙"]}, {"type": "null"}]},
        "people": {"type": "integer", "minimum": 1, "maximum": 9},
        "parts": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Part"}},
        "tree": {"$ref": "#/$defs/Tree"},
    },
    "$defs": {
        "Part": {"type": "object", "properties": {"done": {"type": "boolean"}}},
        "Tree": {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "properties": {"below": {"$ref": "#/$defs/Tree"}}},
            ]
        },
    },
}


def test_a_schema_for_yamale() -> None:
    assert yamale_schema(SCHEMA) == (
        "id: str(min=1, max=9, matches='^[a-z]+$')\n"
        "when: any(str(matches='(?s:.*)(?:[0-9]{4})'), day(), int())\n"
        "kind: enum('甲', '乙', required=False)\n"
        "people: int(min=1, max=9, required=False)\n"
        "parts: list(include('Part'), min=1, required=False)\n"
        "tree: any(str(), include('nested_0'), required=False)\n"
        "---\n"
        "Part:\n"
        "  done: bool(required=False)\n"
        "nested_0:\n"
        "  below: any(str(), include('nested_0'), required=False)\n"
    )
