"""Where recipes run for real: an environment of its own, a repository of its own, no network."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from recipe_files import ROOT, clean_environment, git

SOURCES = ("pyproject.toml", "README.md", "LICENSE", "src", "templates", "recipes", ".pre-commit-hooks.yaml")
"""What the package is built of, and what makes a checkout of it a repository of hooks."""


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of the project, committed as it is now."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    folder = tmp_path_factory.mktemp("checkout")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "as it is")
    return folder


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The libraries of this environment, but for gongjian itself."""
    folder = tmp_path_factory.mktemp("libraries")
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.lower().startswith(("gongjian", "_gongjian", "__editable__")):
            (folder / path.name).symlink_to(path)
    return folder


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory, libraries: Path) -> Path:
    """The programs of a fresh environment without gongjian, that finds the libraries and pip in this one."""
    if os.name == "nt" or not shutil.which("bash"):
        pytest.skip("needs bash")
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    site = folder / "lib" / version / "site-packages"
    (site / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    return folder / "bin"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> Path:
    """The package, built."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=sources, check=True, capture_output=True, env=clean_environment())
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A plan repository that is sound, under git."""
    folder = tmp_path / "方案 仓库"
    (folder / "plans").mkdir(parents=True)
    (folder / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    shutil.copy(ROOT / "plans/yongli.yaml", folder / "plans/yongli.yaml")
    if shutil.which("git"):
        git(folder, "init", "-q")
        git(folder, "add", "-A")
    return folder
