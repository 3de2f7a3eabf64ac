"""Draw the gallery: pages of documents printed from `plans/`, small, for the README.

    python docs/gallery.py

Needs the fonts that PDF files need (docs/fonts.md). Not part of the drift check: another machine has other fonts.
"""

from pathlib import Path

import pypdfium2
from PIL import Image

from gongjian.document.layout import COMMON
from gongjian.document.rendering import FORMATS
from gongjian.model.plan import Plan
from gongjian.repository.checking import check_file
from gongjian.repository.discovery import Target, find_targets
from gongjian.repository.materials import Materials
from gongjian.repository.order import Order
from gongjian.rules.standards import DEFAULT_STANDARDS

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "docs/gallery"
PAGES = (
    ("implementation", "yongli", "实施方案", 0),
    ("notice", "songyang", "印发通知", 0),
    ("agreement", "yongli", "结对协议书", -2),
    ("compliance", "gongtongti", "指标对照表", 0),
    ("schedule", "zhengmu", "活动安排表", 0),
    ("summary", "zhengmu", "工作总结", 0),
)
"""File, plan, kind of document, page."""

_HEIGHT = 520
"""Pixels."""


def page(plan_name: str, kind: str, number: int) -> Image.Image:
    """Print a plan and draw one page."""
    path = ROOT / f"plans/{plan_name}.yaml"
    file = check_file(Target(path, path.name, given=True))
    assert isinstance(file.model, Plan)
    materials = Materials.gather(find_targets([ROOT / "plans"], ROOT), (kind,), DEFAULT_STANDARDS)
    _, document = next(iter(Order(("pdf",), kind).documents(file.model, file.text, materials)))
    pdf = pypdfium2.PdfDocument(FORMATS["pdf"].write(document, COMMON))
    drawn = pdf[number % len(pdf)].render(scale=2).to_pil().convert("L" if kind != "印发通知" else "RGB")
    drawn.thumbnail((_HEIGHT * 2, _HEIGHT))
    framed = Image.new("RGB", (drawn.width + 2, drawn.height + 2), "#bbbbbb")
    framed.paste(drawn, (1, 1))
    return framed.quantize(48)


def main() -> None:
    """Draw every page of the gallery."""
    GALLERY.mkdir(exist_ok=True)
    for name, plan_name, kind, number in PAGES:
        page(plan_name, kind, number).save(GALLERY / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
