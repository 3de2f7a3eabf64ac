"""What parts of the benchmark are given: where they work, gongjian as it is installed, and how often they run."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.installation import Installation, install
from benchmarks.timing import Timed, processes


@dataclass(frozen=True, slots=True)
class Setting:
    """The setting of a run.

    Attributes:
        home: a folder that is thrown away when all is measured.
        folder: one below it, for one part alone.
        quick: few runs of little, to see that it works.
        npm: the folder that `npm install --prefix` was given.
    """

    home: Path
    folder: Path
    quick: bool = False
    npm: Path | None = None

    @property
    def installation(self) -> Installation:
        """Gongjian, installed when it is first asked for."""
        return install(self.home / "installation")

    @property
    def runs(self) -> int:
        """How often what is short is run."""
        return 3 if self.quick else 9

    def runs_of(self, size: int) -> int:
        """How often a repository of so many plans is checked."""
        return 1 if self.quick else {1: 9, 100: 7, 1_000: 3}.get(size, 1)

    def gongjian(self, *arguments: str | Path) -> list[str]:
        """Give a command of gongjian."""
        return [self.installation.gongjian, *map(str, arguments)]

    def python(self, code: str, *arguments: str | Path) -> list[str]:
        """Give the command that runs a line of Python."""
        return [self.installation.python, "-c", code, *map(str, arguments)]

    def time(self, *commands: Sequence[str], runs: int, warm: bool = True) -> list[Timed]:
        """Time processes; see `timing.processes`."""
        return processes(*commands, environment=self.installation.environment, runs=runs, warm=warm)
