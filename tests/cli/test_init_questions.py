"""`gongjian init` on a terminal."""

from pathlib import Path

from cli_terminal import Terminal

QUESTIONS = ("仓库的名称〔", "教育局的全称〔", "名称〔单对结对〕", "不要就直接回车", "名称〔none〕")


def test_every_question_has_a_default(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "init", "县")
    for question in QUESTIONS:
        terminal.answer(question, "\n")
    assert terminal.close() == 0
    assert "检查了 3 个文件，没有发现问题" in terminal.seen
    assert (tmp_path / "县/plans/示例.yaml").is_file()


def test_answers_are_used(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "init", "--kind", "支教")
    terminal.answer("仓库的名称〔", "松阳县方案\n")
    terminal.answer("教育局的全称〔", "松阳县教育局\n")
    terminal.answer("不要就直接回车", "zhifang guofa-2016-40\n")
    terminal.answer("名称〔none〕", "3\n")
    assert terminal.close() == 0
    settings = (tmp_path / "gongjian.yaml").read_text(encoding="utf-8")
    assert "\nname: 松阳县方案\n" in settings
    assert "\npolicies: [zhifang, guofa-2016-40]\n" in settings
    assert (tmp_path / ".workflow/gongjian.yml").is_file()


def test_an_interruption_leaves_nothing(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "init")
    for question in QUESTIONS[:-1]:
        terminal.answer(question, "\n")
    terminal.interrupt(QUESTIONS[-1])
    assert terminal.close() == 130
    assert list(tmp_path.iterdir()) == []
