"""Review copies: every finding is a comment, at the paragraph it concerns, and the words stay the same."""

from pathlib import Path

import pytest

from gongjian.document.material import Material
from gongjian.document.rendering import document_from
from gongjian.document.review import Remark, _runs, remarks_of, reviewed
from gongjian.document.tree import Document, plain_text
from gongjian.model.finding import Finding, Waived
from gongjian.model.plan import Plan
from gongjian.repository.checking import check_file
from gongjian.repository.discovery import Target

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests/cases/bad").glob("*.yaml"))


def checked(path):
    return check_file(Target(path, path.name, given=True))


def made(plan, kind="实施方案"):
    return document_from(Material(plan), "", kind)


def comments(document: Document):
    return [(plain_text(run), text.comment) for run in _runs(document) for text in run if text.comment]


BASE = checked(ROOT / "tests/cases/good/base.yaml").model


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (("measures", 0, "commitments", 1, "quota", 0), "示范课由牵头校承担，每学年不少于5次。"),
        (("measures", 0, "text", 0), "两校共同研究课堂教学。"),
        (("measures", 0, "heading"), "教学研究"),
        (("measures", 1), "教师交流"),
        (("guiding",), "坚持资源共享、优势互补。"),
        (("activities", 1, "date"), "单元整体备课"),
        (("leadership", "leader", "post", 0), "王某某（甲小学校长）"),
        (("leadership", "deputies", 0), "柳某（乙小学副校长）"),
        (("document", "issuer", 0), "甲小学"),
    ],
)
def test_a_remark_stands_where_its_text_is_printed(at, words):
    found = comments(reviewed(BASE, made, [Remark(at, "看这里")]))
    assert len(found) == 1
    place, comment = found[0]
    assert comment == "看这里"
    assert words in place or place in words


@pytest.mark.parametrize("at", [(), ("title",), ("period", "end"), ("no-such-thing",), ("policies", 0)])
def test_what_is_printed_nowhere_is_said_at_the_beginning(at):
    document = made(BASE)
    (first, *_) = _runs(document)
    assert comments(reviewed(BASE, made, [Remark(at, "看这里")])) == [(plain_text(first), "看这里")]


def test_several_remarks_on_one_paragraph_keep_their_order():
    at = ("measures", 0, "text", 0)
    found = comments(reviewed(BASE, made, [Remark(at, "一"), Remark(("guiding",), "二"), Remark(at, "三")]))
    assert [comment for _, comment in found] == ["二", "一", "三"]


def test_without_remarks_nothing_changes():
    assert reviewed(BASE, made, []) == made(BASE)


def test_findings_become_remarks_and_waived_ones_do_not():
    findings = [
        Finding(message="少了", hint="补上", rule="GJ241", severity="error"),
        Finding(message="可疑", rule="GJ242", severity="warning"),
        Finding(message="同意", rule="GJ233", waived=Waived("原文如此")),
    ]
    assert [remark.text for remark in remarks_of(findings)] == [
        "错误 GJ241：少了\n改法：补上",
        "警告 GJ242：可疑",
    ]


PLANS = [path for path in CASES if isinstance(checked(path).model, Plan)]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_finding_is_said_once_and_the_words_stay_the_same(path):
    file = checked(path)
    remarks = remarks_of(file.findings)
    document = reviewed(file.model, made, remarks)
    assert sorted(comment for _, comment in comments(document)) == sorted(remark.text for remark in remarks)
    words = [plain_text(run) for run in _runs(document)]
    assert words == [plain_text(run) for run in _runs(made(file.model))]
