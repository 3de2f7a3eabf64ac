"""Printing: the docx writer beside docxtpl, the PDF writer beside LibreOffice."""

import sys
from importlib.util import find_spec
from itertools import count as naturals

from benchmarks.libreoffice_peer import converter
from benchmarks.plans import plan_text
from benchmarks.setting import Setting
from benchmarks.table import Rows, ratio, seconds
from benchmarks.timing import functions


def documents(setting: Setting) -> Rows:
    """Compare the docx writer with docxtpl on as much text and as long a table."""
    from gongjian.document.docx import write_docx
    from gongjian.document.rendering import document_of
    from gongjian.model.plan import Plan
    from gongjian.source import fast

    text = plan_text(1)
    plan = Plan.model_validate(fast.parse(text))
    document = document_of(plan, text)
    write, whole = functions(
        lambda: [write_docx(document) for _ in range(20)],
        lambda: [write_docx(document_of(plan, text)) for _ in range(20)],
        runs=setting.runs,
    )
    yield "docx of a Document tree", "", seconds(write.median / 20), ""
    yield "docx of a plan, templates and all", "", seconds(whole.median / 20), ""
    if find_spec("docxtpl"):
        from benchmarks.docxtpl_peer import same_content

        peer = same_content(document)
        mine, other = functions(
            lambda: [write_docx(document) for _ in range(5)],
            lambda: [peer() for _ in range(5)],
            runs=setting.runs,
        )
        yield "docx of a Document tree", "docxtpl, same content", ratio(mine.ratio(other)), "≤ 0.05"


def pdf(setting: Setting) -> Rows:
    """Compare the PDF writer with LibreOffice, each time on a plan with other words: Typst remembers paragraphs."""
    from gongjian.document.docx import write_docx
    from gongjian.document.errors import DocumentError
    from gongjian.document.pdf import write_pdf
    from gongjian.document.rendering import document_of
    from gongjian.model.plan import Plan
    from gongjian.source import fast

    texts = (plan_text(number).replace("。", f"{number}。") for number in naturals(1))
    documents = (document_of(Plan.model_validate(fast.parse(text)), text) for text in texts)
    try:
        write_pdf(next(documents))
    except DocumentError as error:
        print(f"pdf is not measured: {error}", file=sys.stderr)
        return
    (ten,) = functions(lambda: [write_pdf(next(documents)) for _ in range(10)], runs=setting.runs)
    yield "pdf of a plan, templates and all", "", seconds(ten.median / 10), ""
    place = setting.folder / "pdf"
    place.mkdir()
    if convert := converter(place):
        mine, other = functions(
            lambda: write_pdf(next(documents)),
            lambda: convert(write_docx(next(documents))),
            runs=min(setting.runs, 5),
        )
        yield "pdf of a plan", "LibreOffice, from its docx", ratio(mine.ratio(other)), "≤ 0.25"
