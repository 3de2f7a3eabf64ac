"""What the benchmark knows of a peer: a program that checks a folder of YAML files."""

import shutil
import sysconfig
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

SCHEMA_ERRORS = {
    "a key that nobody knows": ("guiding:", "guidance:"),
    "text where a number belongs": ("people: 12\n", "people: 十二\n"),
}
"""What whoever knows the schema must find: what is wrong, the words of a plan, and what they become."""


class Peer(ABC):
    """A peer.

    Attributes:
        name: what it is called.
        does: what it checks, in a word or two.
        budgets: for each size of a repository, how long gongjian may take for each second of the peer.
        broken: changes of a sound plan that it must refuse.
    """

    name: ClassVar[str]
    does: ClassVar[str]
    budgets: ClassVar[Mapping[int, float]] = {}
    broken: ClassVar[Mapping[str, tuple[str, str]]] = SCHEMA_ERRORS

    def budget(self, size: int) -> float:
        """Give the budget for a size: at least, gongjian is the faster."""
        return self.budgets.get(size, 1.0)

    @abstractmethod
    def find(self, npm: Path | None) -> str | None:
        """Give the path of its program; None when it is not there.

        Args:
            npm: the folder that `npm install --prefix` was given.
        """

    @abstractmethod
    def prepare(self, plans: Path, own: Path) -> None:
        """Write what it needs to know of plans.

        Args:
            plans: the folder of plans.
            own: a folder for itself.
        """

    @abstractmethod
    def command(self, program: str, plans: Path, own: Path) -> list[str]:
        """Give the command that checks all plans of a folder, after `prepare`."""


def python_program(name: str) -> str | None:
    """Find a program of this environment."""
    return shutil.which(name, path=sysconfig.get_path("scripts"))


def npm_program(name: str, npm: Path | None) -> str | None:
    """Find a program of npm."""
    return shutil.which(name, path=str(npm / "node_modules/.bin")) if npm else shutil.which(name)
