"""`gongjian new` on a terminal: it asks, and leaves nothing when it is interrupted."""

from pathlib import Path

import pytest
from cli_terminal import Terminal

from gongjian.model.plan import Plan
from gongjian.source.file import SourceFile
from gongjian.source.loading import load


def plan_in(path: Path) -> Plan:
    return load(SourceFile.read(path, path.name), Plan)


def test_every_question_has_a_default(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new")
    for question in (
        "名称〔单对结对〕",
        "牵头校〔牵头学校〕",
        "成员校",
        "起止日期〔",
        "组长〔王某某〕",
        "政策包写？",
        "写到〔",
    ):
        terminal.answer(question, "\n")
    assert terminal.close() == 0
    (path,) = tmp_path.glob("*.yaml")
    plan = plan_in(path)
    assert [school.name for school in plan.schools] == ["牵头学校", "成员学校"]
    assert f"写好了 {path.name}，检查通过" in terminal.seen


def test_wrong_answers_are_asked_again(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new")
    terminal.answer("名称〔单对结对〕", "99\n")
    terminal.answer("没有“99”，写 1 到 9 的编号，或者名称", "一校带几校\n")
    terminal.answer("牵头校〔牵头学校〕", "甲小学\n")
    terminal.answer("成员校，几所用顿号分开", "乙小学\n")
    terminal.answer("至少要 2 所成员校，现在是 1 所", "乙小学、丙小学，丁小学、戊小学\n")
    terminal.answer("起止日期〔", "明年\n")
    terminal.answer("“明年”不是日期", "2026-2027学年\n")
    terminal.answer("组长〔王某某〕", "李某\n")
    terminal.answer("政策包写？", "gongtongti\n")
    terminal.answer("应为2至3所", "guofa-2016-40，yongli\n")
    terminal.answer("写到〔cluster-2026.yaml〕", "a.txt\n")
    terminal.answer("文件名要以 .yaml 结尾", "a.yaml\n")
    assert terminal.close() == 0
    plan = plan_in(tmp_path / "a.yaml")
    assert [school.name for school in plan.schools] == ["甲小学", "乙小学", "丙小学", "丁小学", "戊小学"]
    assert plan.policies == ("guofa-2016-40", "yongli")


def test_groups_are_asked_one_by_one(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new")
    terminal.answer("名称〔单对结对〕", "9\n")
    terminal.answer("第 1 组", "甲\n")
    terminal.answer("看不懂“甲”", "甲=乙、丙\n")
    terminal.answer("第 2 组", "丁=戊\n")
    terminal.answer("第 3 组", "\n")
    for question in ("起止日期〔", "组长〔", "政策包写？"):
        terminal.answer(question, "\n")
    terminal.answer("写到〔", "a.yaml\n")
    assert terminal.close() == 0
    assert [len(group.members) for group in plan_in(tmp_path / "a.yaml").groups] == [2, 1]


@pytest.mark.parametrize("key", ["Ctrl-C", "Ctrl-D"])
def test_an_interruption_leaves_nothing(key: str, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new")
    for question in ("名称〔单对结对〕", "牵头校〔", "成员校", "起止日期〔", "组长〔王某某〕", "政策包写？"):
        terminal.answer(question, "\n")
    if key == "Ctrl-C":
        terminal.interrupt("写到〔")
    else:
        terminal.answer("写到〔", "\x04")
    assert terminal.close() == 130
    assert "已中断。" in terminal.seen
    assert list(tmp_path.iterdir()) == []


def test_flags_are_not_asked_for(tmp_path: Path) -> None:
    flags = ("--lead", "甲小学", "--member", "乙小学", "--term", "2026年", "--leader", "李某", "-o", "a.yaml")
    terminal = Terminal(tmp_path, "new", *flags, "--policy", "yongli")
    terminal.answer("名称〔单对结对〕", "\n")
    assert terminal.close() == 0
    assert plan_in(tmp_path / "a.yaml").policies == ("yongli",)
