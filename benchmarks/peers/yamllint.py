"""yamllint: the style of YAML, no schema."""

from pathlib import Path
from typing import ClassVar

from benchmarks.peers.peer import Peer, python_program


class Yamllint(Peer):
    """`yamllint -d relaxed`."""

    name = "yamllint"
    does = "style"
    budgets: ClassVar = {1_000: 0.04, 10_000: 0.04}
    broken: ClassVar = {"a key twice": ("guiding:", "title: 又一个\nguiding:")}

    def find(self, npm: Path | None) -> str | None:
        return python_program("yamllint")

    def prepare(self, plans: Path, own: Path) -> None:
        """It needs nothing."""

    def command(self, program: str, plans: Path, own: Path) -> list[str]:
        return [program, "-d", "relaxed", str(plans)]
