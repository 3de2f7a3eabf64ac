"""The sample documents, and ways to look into a Word file."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from gongjian.document.docx import write_docx
from gongjian.document.markdown import parse_markdown

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def sample():
    """A plan with tables and annexes, upright and landscape."""
    source = (HERE / "sample.md").read_text(encoding="utf-8")
    return parse_markdown(source, {"gongjian.plan": "yunling-2024"})


@pytest.fixture(scope="session")
def formal():
    """A notice of two bodies that issues a plan, with everything a document may have around its text."""
    return parse_markdown(
        (HERE / "formal.md").read_text(encoding="utf-8"), {"gongjian.plan": "songyang-2021"}
    )


@pytest.fixture(scope="session")
def sample_docx(sample):
    return write_docx(sample)


@pytest.fixture(scope="session")
def formal_docx(formal):
    return write_docx(formal)


@pytest.fixture(scope="session")
def parts_of():
    """The parts of a package as XML trees, by name."""

    def parts(data):
        with ZipFile(BytesIO(data)) as package:
            assert package.testzip() is None
            return {name: etree.fromstring(package.read(name)) for name in package.namelist()}

    return parts
