"""Documents held against their plans: what moved, the plan, the templates or the paper."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from gongjian.document.differences import Difference
from gongjian.document.docx import write_docx
from gongjian.document.errors import DocumentError
from gongjian.document.rendering import document_of, source_digest
from gongjian.document.tree import Document
from gongjian.model.plan import Plan
from gongjian.repository.discovery import find_targets
from gongjian.repository.reprinting import Reprinter
from gongjian.repository.verifying import Verified, verify_files
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
CHANGED = GOOD.replace("坚持资源共享", "坚持平等协商")
GUIDING = ("坚持资源共享、优势互补。", "坚持平等协商、优势互补。")
HEADING, NEXT = "一、指导思想", "二、组织领导"


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(printed(GOOD))
    return tmp_path


def printed(text: str, kind: str = "实施方案") -> bytes:
    source = SourceFile.of(text)
    return write_docx(document_of(load(source, Plan), source.text, kind))


def edit(path: str, change: Callable[[docx.document.Document], object]) -> None:
    document = docx.Document(path)
    change(document)
    document.save(path)


def replace(old: str, new: str) -> Callable[[docx.document.Document], None]:
    def change(document: docx.document.Document) -> None:
        (run,) = [run for each in document.paragraphs for run in each.runs if old in run.text]
        run.text = run.text.replace(old, new)

    return change


def without_digest(path: str) -> None:
    content = BytesIO()
    with ZipFile(path) as source, ZipFile(content, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"gongjian.text", b"gongjian.none"))
    Path(path).write_bytes(content.getvalue())


def verified(**how: object) -> Verified:
    (found,) = verify_files(
        [Path("a.docx")], find_targets([Path()], Path()), **{"reprint": Reprinter(), **how}
    )  # type: ignore[arg-type]
    return found


def outcome(found: Verified) -> tuple[bool | None, bool | None, bool | None, bool]:
    return found.plan_changed, found.edited, found.stale, found.is_fine


def test_a_document_as_it_was_printed(county: Path) -> None:
    found = verified()
    assert found == Verified(
        "a.docx",
        plan="base",
        kind="实施方案",
        printed=source_digest(GOOD),
        file="a.yaml",
        current=source_digest(GOOD),
        edited=False,
        stale=False,
    )
    assert found.is_fine


def test_a_changed_paragraph(county: Path) -> None:
    edit("a.docx", replace("坚持资源共享", "坚持平等协商"))
    found = verified()
    assert outcome(found) == (False, True, False, False)
    assert found.differences == (Difference(HEADING, GUIDING[:1], GUIDING[1:], NEXT),)


def test_a_deleted_paragraph(county: Path) -> None:
    def delete(document: docx.document.Document) -> None:
        (paragraph,) = [each for each in document.paragraphs if each.text == GUIDING[0]]
        paragraph._p.getparent().remove(paragraph._p)

    edit("a.docx", delete)
    assert verified().differences == (Difference(HEADING, GUIDING[:1], (), NEXT),)


def test_an_added_row(county: Path) -> None:
    def add(document: docx.document.Document) -> None:
        for cell in document.tables[0].add_row().cells:
            cell.text = "新"

    edit("a.docx", add)
    (difference,) = verified().differences
    assert (difference.old, difference.new) == (
        (),
        ("\t".join("新" * difference.before.count("\t")) + "\t新",),
    )


def test_a_comment_is_no_change(county: Path) -> None:
    edit("a.docx", lambda document: document.add_comment(document.paragraphs[2].runs, text="请核对"))
    assert verified().is_fine


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("w:ins", ("坚持资源共享、优势互补。新", "坚持资源共享、优势互补。")),
        ("w:del", ("", "坚持资源共享、优势互补。")),
    ],
)
def test_tracked_changes_read_as_if_accepted(county: Path, change: str, words: tuple[str, str]) -> None:
    def track(document: docx.document.Document) -> None:
        from docx.oxml import OxmlElement

        (paragraph,) = [each for each in document.paragraphs if each.text == GUIDING[0]]
        tracked = OxmlElement(change)
        run = paragraph.add_run("新")._r if change == "w:ins" else paragraph.runs[0]._r
        run.addprevious(tracked)
        tracked.append(run)

    edit("a.docx", track)
    new, old = words
    assert verified().differences == (Difference(HEADING, (old,), tuple(filter(None, [new])), NEXT),)


def test_paragraphs_divided_by_hand_are_an_edit_though_no_word_changed(county: Path) -> None:
    edit("a.docx", replace("资源共享、", "资源共享、\n"))
    found = verified()
    assert outcome(found) == (False, True, False, False)
    assert found.differences[0].new == ("坚持资源共享、\n优势互补。",)


def test_the_plan_changed(county: Path) -> None:
    Path("a.yaml").write_text(CHANGED, encoding="utf-8")
    found = verified()
    assert outcome(found) == (True, False, True, False)
    assert found.current == source_digest(CHANGED)
    assert found.differences == (Difference(HEADING, GUIDING[:1], GUIDING[1:], NEXT),)


def test_the_plan_changed_and_prints_the_same(county: Path) -> None:
    Path("a.yaml").write_text(GOOD + "# 说明\n", encoding="utf-8")
    found = verified()
    assert outcome(found) == (True, False, False, False)
    assert found.differences == ()


def test_plan_and_paper_both_changed(county: Path) -> None:
    edit("a.docx", replace("坚持资源共享", "坚持共同进步"))
    Path("a.yaml").write_text(CHANGED, encoding="utf-8")
    found = verified()
    assert outcome(found) == (True, True, True, False)
    assert found.differences == (Difference(HEADING, GUIDING[1:], ("坚持共同进步、优势互补。",), NEXT),)


def test_the_paper_was_edited_to_what_the_plan_says_now(county: Path) -> None:
    edit("a.docx", replace("坚持资源共享", "坚持平等协商"))
    Path("a.yaml").write_text(CHANGED, encoding="utf-8")
    assert outcome(verified()) == (True, False, False, False)


def test_the_templates_changed(county: Path) -> None:
    def otherwise(plan: Plan, source: str, properties: Mapping[str, str]) -> bytes:
        assert properties["gongjian.kind"] == "实施方案"
        return write_docx(Document("另一个模板"))

    found = verified(reprint=otherwise)
    assert outcome(found) == (False, False, True, False)
    assert [difference.new for difference in found.differences][-1:] == [("另一个模板",)]


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        (GOOD, None, (False, False, False, True)),
        (GOOD, replace("坚持资源共享", "坚持平等协商"), (False, True, False, False)),
        (CHANGED, None, (True, None, True, False)),
    ],
)
def test_a_document_that_bears_no_digest_of_its_words(
    county: Path,
    text: str,
    change: Callable[[docx.document.Document], None] | None,
    expected: tuple[bool | None, bool | None, bool | None, bool],
) -> None:
    without_digest("a.docx")
    Path("a.yaml").write_text(text, encoding="utf-8")
    if change:
        edit("a.docx", change)
    assert outcome(verified()) == expected


def test_the_plan_is_gone(county: Path) -> None:
    edit("a.docx", replace("坚持资源共享", "坚持平等协商"))
    Path("a.yaml").unlink()
    found = verified()
    assert found.lost == "没有找到编号为 base 的方案"
    assert outcome(found) == (None, True, None, False)


def test_two_plans_of_one_id(county: Path) -> None:
    (county / "b.yaml").write_text(CHANGED, encoding="utf-8")
    assert verified().file == "a.yaml"  # the version tells which
    (county / "a.yaml").write_text(GOOD + "# 说明\n", encoding="utf-8")
    found = verified()
    assert found.lost == "编号为 base 的方案不止一个：a.yaml、b.yaml"
    assert outcome(found) == (None, False, None, False)


def test_plans_that_cannot_be_read_hide_no_others(county: Path) -> None:
    (county / "0.yaml").write_text("gongjian: plan/v1\n", encoding="utf-8")
    (county / "1.yaml").write_bytes(b"\xff\xfe\x00")
    (county / "2.yaml").write_text("a: b\n", encoding="utf-8")
    assert verified().is_fine


def test_a_plan_that_cannot_be_printed(county: Path) -> None:
    def refuse(plan: Plan, source: str, properties: Mapping[str, str]) -> bytes:
        raise DocumentError("模板坏了")

    found = verified(reprint=refuse)
    assert (found.lost, found.file) == ("方案现在印不出来：模板坏了", "a.yaml")
    assert outcome(found) == (False, False, None, False)


def test_a_kind_of_document_that_is_not_known() -> None:
    source = SourceFile.of(GOOD)
    with pytest.raises(DocumentError) as caught:
        Reprinter()(load(source, Plan), source.text, {"gongjian.kind": "备忘录"})
    assert str(caught.value) == "没有“备忘录”这种文种，不能重印"


def test_a_bad_file_stops_no_other(county: Path) -> None:
    Path("b.docx").write_bytes(b"x")
    results = list(
        verify_files([Path("b.docx"), Path("a.docx")], find_targets([Path()], Path()), Reprinter())
    )
    assert [(found.name, found.problem, found.is_fine) for found in results] == [
        ("b.docx", "不是 Word 文件（.docx）", False),
        ("a.docx", "", True),
    ]
