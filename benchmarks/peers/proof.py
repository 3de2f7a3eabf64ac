"""Is a peer set up rightly? It must take what is sound and refuse what is broken before its time counts."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from benchmarks.peers.peer import Peer
from benchmarks.plans import write_plans

_PLANS = 3


class UnfitPeerError(Exception):
    """A peer takes what is broken or refuses what is sound: its time would say nothing."""


def prove(peer: Peer, program: str, folder: Path, environment: Mapping[str, str]) -> None:
    """Let a peer check a few plans, sound ones and ones of which the last is broken.

    Raises:
        UnfitPeerError: it does not tell them apart.
    """
    for number, (what, change) in enumerate({"": ("", ""), **peer.broken}.items()):
        plans = folder / str(number) / "plans"
        *_, last = write_plans(plans, _PLANS)
        text = last.read_text(encoding="utf-8")
        if change[0] not in text:
            raise UnfitPeerError(f"{peer.name}: no “{change[0]}” in the plans")
        last.write_text(text.replace(*change, 1), encoding="utf-8")
        own = folder / str(number) / "own"
        own.mkdir()
        peer.prepare(plans, own)
        command = peer.command(program, plans, own)
        done = subprocess.run(
            command, env=dict(environment), check=False, capture_output=True, text=True, encoding="utf-8"
        )
        if (done.returncode == 0) == bool(what):
            fault = f"takes {what}" if what else "refuses sound plans"
            raise UnfitPeerError(f"{peer.name} {fault}: {(done.stdout + done.stderr).strip()[-500:]}")
