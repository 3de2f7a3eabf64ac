"""The wheel holds all it needs: built, installed into a fresh environment, and used.

Nothing is downloaded: the fresh environment finds the libraries in this one's, behind
its own packages.
"""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from real_plans import REAL_PLANS

ROOT = Path(__file__).parents[1]
PLANS = [path.stem for path in REAL_PLANS]


def call(*command: str | Path, cwd: Path, **environment: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it; give the folder of the environment's programs."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist", cwd=ROOT)
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    site = Path(
        call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    )
    call(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-index",
        "--no-deps",
        wheel,
        cwd=folder,
    )
    (site / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    where = call(python, "-c", "import gongjian; print(gongjian.__file__)", cwd=folder)
    assert where.strip().startswith(str(site))
    return scripts


def test_both_main_commands_run_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    assert "没有发现问题" in call(installed / "gongjian", "validate", ROOT / "plans", cwd=tmp_path)
    call(installed / "gongjian", "render", ROOT / "plans", "--format", "docx", "--format", "md", cwd=tmp_path)
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == sorted(f"{stem}{suffix}" for stem in PLANS for suffix in (".docx", ".md"))


def test_the_main_commands_run_from_a_plain_checkout(tmp_path: Path) -> None:
    source = str(ROOT / "src")
    call(sys.executable, "-m", "gongjian", "validate", ROOT / "plans", cwd=tmp_path, PYTHONPATH=source)
    call(
        sys.executable,
        "-m",
        "gongjian",
        "render",
        ROOT / "plans/yongli.yaml",
        cwd=tmp_path,
        PYTHONPATH=source,
    )
    assert (tmp_path / "out/yongli.docx").is_file()


def test_wheel_and_checkout_print_the_same_bytes(installed: Path, tmp_path: Path) -> None:
    plan = ROOT / "plans/songyang.yaml"
    call(installed / "gongjian", "render", plan, "-o", "a.docx", cwd=tmp_path)
    call(
        sys.executable,
        "-m",
        "gongjian",
        "render",
        plan,
        "-o",
        "b.docx",
        cwd=tmp_path,
        PYTHONPATH=str(ROOT / "src"),
    )
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
