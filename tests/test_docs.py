"""What is generated is up to date, and what is written by hand names what exists."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_generated_documentation_is_up_to_date() -> None:
    build = runpy.run_path(str(ROOT / "docs/build.py"))
    assert build["stale"]() == []


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "README.en.md",
        "CONTRIBUTING.md",
        *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md")),
    ],
)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        assert target.startswith("http") or (path.parent / target).exists(), target


def test_architecture_names_every_room() -> None:
    told = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rooms = [
        path.name
        for path in (ROOT / "src/gongjian").iterdir()
        if path.is_dir() and path.name != "__pycache__"
    ]
    assert [room for room in rooms if f"`{room}/`" not in told] == []


def test_both_readmes_have_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        blocks = re.findall(
            r"^```sh\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
        )
        return [line.partition("  #")[0].rstrip() for block in blocks for line in block.splitlines()]

    assert commands("README.md") == commands("README.en.md")
