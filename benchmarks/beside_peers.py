"""gongjian beside its peers, on the same plans, in turn."""

import sys

from benchmarks.peers import PEERS
from benchmarks.peers.peer import Peer
from benchmarks.peers.proof import prove
from benchmarks.plans import write_repository
from benchmarks.setting import Setting
from benchmarks.table import Row, Rows, at_most, mebibytes, ratio, seconds

COLUMNS: Row = (
    "plans", "beside", "gongjian", "the other", "ratio", "budget", "memory, gongjian", "memory, the other", "runs",
)  # fmt: skip


def beside_peers(setting: Setting, size: int) -> Rows:
    """Measure a repository of so many plans, each peer next to gongjian; what is not installed is left out."""
    place = write_repository(setting.folder / "beside", size)
    for peer in PEERS:
        program = peer.find(setting.npm)
        if program is None:
            print(f"{peer.name} is not measured: it is not installed", file=sys.stderr)
            continue
        own = setting.folder / f"{peer.name}-{size}"
        own.mkdir()
        prove(peer, program, own / "proof", setting.installation.environment)
        peer.prepare(place / "plans", own)
        command = peer.command(program, place / "plans", own)
        yield _row(setting, size, peer, command)


def _row(setting: Setting, size: int, peer: Peer, command: list[str]) -> Row:
    mine_command = setting.gongjian("validate", setting.folder / "beside", "--no-cache")
    runs = setting.runs_of(size)
    mine, other = setting.time(mine_command, command, runs=runs, warm=runs > 1)
    return (
        f"{size:,}",
        f"{peer.name} ({peer.does})",
        seconds(mine.median),
        seconds(other.median),
        ratio(mine.ratio(other)),
        at_most(peer.budget(size)),
        mebibytes(mine),
        mebibytes(other),
        str(runs),
    )
