"""The sample document, and ways to look into a Word file."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from gongjian.document.docx import write_docx
from gongjian.document.markdown import parse_markdown

SAMPLE = Path(__file__).parent / "sample.md"


@pytest.fixture(scope="session")
def sample():
    return parse_markdown(SAMPLE.read_text(encoding="utf-8"), {"gongjian.plan": "yunling-2024"})


@pytest.fixture(scope="session")
def sample_docx(sample):
    return write_docx(sample)


@pytest.fixture(scope="session")
def parts_of():
    """The parts of a package as XML trees, by name."""

    def parts(data):
        with ZipFile(BytesIO(data)) as package:
            assert package.testzip() is None
            return {name: etree.fromstring(package.read(name)) for name in package.namelist()}

    return parts
