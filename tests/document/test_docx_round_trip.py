"""LibreOffice opens a document and saves it: nothing is lost."""

from io import BytesIO

import docx
import paper
import pytest

pytestmark = pytest.mark.skipif(bool(paper.missing()), reason=paper.missing() or "-")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = {f"{W}br": "\n", f"{W}tab": "\t"}


def content(word):
    """The paragraphs, those in tables too, and the number of tables."""
    body = word.element.body
    texts = [
        "".join(
            MARKS.get(node.tag, node.text or "")
            for node in paragraph.iter(f"{W}t", *MARKS)
            if node.getparent().tag == f"{W}r"
        )
        for paragraph in body.iter(f"{W}p")
    ]
    return texts, len(list(body.iter(f"{W}tbl")))


@pytest.fixture(scope="module")
def saved(tmp_path_factory, sample_docx, formal_docx):
    return paper.convert(
        tmp_path_factory.mktemp("saved"), "docx", {"sample": sample_docx, "formal": formal_docx}
    )


@pytest.mark.parametrize("name", ["sample", "formal"])
def test_paragraphs_and_tables_come_back(name, saved, sample_docx, formal_docx):
    before = docx.Document(BytesIO({"sample": sample_docx, "formal": formal_docx}[name]))
    after = docx.Document(saved / f"{name}.docx")
    assert content(after) == content(before)


def test_comments_come_back(saved, formal_docx):
    before, after = docx.Document(BytesIO(formal_docx)), docx.Document(saved / "formal.docx")
    assert [comment.text for comment in after.comments] == [comment.text for comment in before.comments]
