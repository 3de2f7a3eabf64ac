"""gongjian as users have it: a wheel, installed and byte-compiled, in an environment of its own.

A checkout that is imported from its sources is another program: with `PYTHONDONTWRITEBYTECODE`
every module is compiled at every run, and an editable installation looks into one more folder.
"""

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]

_NOT_FOR_CHILDREN = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "GITHUB_ACTIONS", "GONGJIAN_NPM")


@dataclass(frozen=True, slots=True)
class Installation:
    """Where gongjian is, and the environment in which everything is run.

    Attributes:
        python: the interpreter of its environment.
        gongjian: the program.
        environment: the environment variables for what is timed.
    """

    python: str
    gongjian: str
    environment: dict[str, str]


def environment_for_children() -> dict[str, str]:
    """Give the environment variables without those that change how Python starts or gongjian reports."""
    return {name: value for name, value in os.environ.items() if name not in _NOT_FOR_CHILDREN}


@cache
def install(folder: Path) -> Installation:
    """Build this checkout and install it, with the libraries of the environment that this runs in.

    Raises:
        subprocess.CalledProcessError: it cannot be built or installed.
    """
    environment = environment_for_children()
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, env=environment)
    (wheel,) = (folder / "dist").glob("*.whl")
    place = folder / "environment"
    venv.create(place, with_pip=False, symlinks=os.name != "nt")
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    python = str(programs / Path(sys.executable).name)
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    offline = ["--no-deps", "--no-index", "--disable-pip-version-check", "--compile"]
    subprocess.run([*command, *offline, str(wheel)], check=True, capture_output=True, env=environment)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    site = place / ("Lib/site-packages" if os.name == "nt" else f"lib/{version}/site-packages")
    (site / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return Installation(python, str(programs / "gongjian"), environment)
