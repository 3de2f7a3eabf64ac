"""Documents as LibreOffice lays them out, measured in millimetres: where the words stand, and where there is ink.

Another LibreOffice than the one on the path is used with SOFFICE=/path/to/soffice.
"""

import os
import re
import shutil
import subprocess
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

POINT = 25.4 / 72
DOTS = 5
"""Dots a millimetre when looking for ink; half of one is how exact that is."""

SOFFICE = os.environ.get("SOFFICE", "soffice")
FONTS = Path(__file__).parent / "fonts.conf"
_DARK = 160
"""A grey level; red is darker."""


def missing():
    """What is missing to measure at all; "" for nothing."""
    for program in (SOFFICE, "pdftotext", "pdftoppm", "fc-list"):
        if not shutil.which(program):
            return f"没有 {program}，不量版面"
    return "" if "FandolFang" in _output("fc-list", ":", "family") else "没有 Fandol 字体，不量版面"


@cache
def version():
    """The year-like version of LibreOffice: 7, 24, 25 …; before 24 it could not float a table as wide as the text."""
    found = re.search(r"LibreOffice (\d+)", _output(SOFFICE, "--version"))
    return int(found[1]) if found else 0


def convert(folder, suffix, documents):
    """Convert Word files, given by name, and give the folder with the results."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    out = folder / suffix
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation=file://{folder}/profile",
            *("--headless", "--convert-to", suffix, "--outdir", out),
            *(folder / f"{name}.docx" for name in documents),
        ],
        env=os.environ | {"FONTCONFIG_FILE": str(FONTS)},
        check=True,
        capture_output=True,
        timeout=120,
    )
    return out


class Box(NamedTuple):
    """A word or a stretch of ink, its edges in millimetres from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""


class Page(NamedTuple):
    width: float
    words: list[Box]

    def lines(self):
        """The words of each line, by where its lower edge is."""
        found: dict[float, list[Box]] = {}
        for word in self.words:
            found.setdefault(round(word.bottom, 1), []).append(word)
        return [found[bottom] for bottom in sorted(found)]


def pages(pdf):
    """The words on each page."""
    boxes = _output("pdftotext", "-bbox", pdf, "-")
    number = r'="([\d.]+)"'
    word = rf"<word xMin{number} yMin{number} xMax{number} yMax{number}>(.*?)</word>"
    return [
        Page(
            float(width) * POINT,
            [
                Box(*(float(edge) * POINT for edge in edges), text)
                for *edges, text in re.findall(word, content)
            ],
        )
        for width, content in re.findall(r'<page width="([\d.]+)"(.*?)</page>', boxes, re.S)
    ]


def ink(pdf, page):
    """The ink on a page from top to bottom, in bands with white between them."""
    run = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(25.4 * DOTS), "-f", str(page), "-l", str(page), pdf],
        check=True,
        capture_output=True,
    )
    _, size, _, dots = run.stdout.split(b"\n", 3)
    width = int(size.split()[0])
    rows = [dots[start : start + width] for start in range(0, len(dots), width)]
    found = []
    for dark, numbered in groupby(enumerate(rows), lambda row: min(row[1]) < _DARK):
        if dark:
            band = list(numbered)
            columns = [
                place
                for place, column in enumerate(zip(*(row for _, row in band), strict=True))
                if min(column) < _DARK
            ]
            edges = columns[0], band[0][0], columns[-1] + 1, band[-1][0] + 1
            found.append(Box(*(edge / DOTS for edge in edges)))
    return found


def _output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
