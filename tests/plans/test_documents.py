"""The documents of the real plans: readable by others, and the same every time."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from gongjian.document.docx import write_docx
from gongjian.document.rendering import document_of
from gongjian.document.tree import Document, Table, plain_text
from gongjian.model.plan import Plan
from gongjian.source.file import SourceFile
from gongjian.source.loading import load
from real_plans import REAL_PLANS


def document(path: Path) -> Document:
    source = SourceFile.read(path, path.name)
    return document_of(load(source, Plan), source.text)


@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: path.stem)
def test_word_file_opens_with_title_sign_off_and_tables(path: Path) -> None:
    made = document(path)
    word = docx.Document(BytesIO(write_docx(made)))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert word.paragraphs[0].style.name == "Title"
    assert texts[0].replace("\n", "") == made.title
    assert made.sign_off is not None
    assert plain_text(made.sign_off.date) in texts
    tables = [block for annex in made.attachments for block in annex.blocks if isinstance(block, Table)]
    assert [len(table.rows) - 1 for table in word.tables] == [len(table.rows) for table in tables]
    assert word.core_properties.title == made.title


@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: path.stem)
def test_the_same_plan_gives_the_same_bytes(path: Path) -> None:
    assert write_docx(document(path)) == write_docx(document(path))


@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: path.stem)
def test_headings_are_numbered_by_the_program_alone(path: Path) -> None:
    word = docx.Document(BytesIO(write_docx(document(path))))
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    numerals = "一二三四五六七八九十"
    assert [heading.partition("、")[0] for heading in headings] == list(numerals[: len(headings)])
