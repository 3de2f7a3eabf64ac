"""`gongjian templates`: listed, shown, copied, checked."""

from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.document.builtin import builtin_templates

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
EXTENDING = '{% extends "实施方案.md.j2" %}{% block theme %}\n## 口号\n\n{{ plan.titel }}\n\n{% endblock %}'


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (tmp_path / "plans").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"plans/{name}.yaml").write_text(
            GOOD.replace("id: base", f"id: {name}"), encoding="utf-8"
        )
    return tmp_path


def own(county: Path, name: str, text: str) -> None:
    (county / "templates").mkdir(exist_ok=True)
    (county / "templates" / name).write_text(text, encoding="utf-8")


def test_every_template_is_listed_with_its_blocks(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own(county, "实施方案.md.j2", EXTENDING)
    own(county, "通报.md.j2", "# {{ plan.title }}\n")
    assert run(["templates"]) == codes.FINE
    lines = capsys.readouterr().out.splitlines()
    assert {path.name for path in builtin_templates().glob("*.j2")} <= {line.split("（")[0] for line in lines}
    assert "实施方案.md.j2（本仓库，代替内置的）" in lines
    assert lines[lines.index("通报.md.j2（本仓库）") + 1] == "    （没有可以换的块）"


@pytest.mark.parametrize("name", ["实施方案", "实施方案.md.j2"])
def test_one_template_is_shown(county: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", name]) == codes.FINE
    assert capsys.readouterr().out == (builtin_templates() / "实施方案.md.j2").read_text(encoding="utf-8")


def test_a_copy_goes_to_the_repository_and_never_over_another(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(county / "plans")
    assert run(["templates", "工作总结", "--copy"]) == codes.FINE
    copied = county / "templates/工作总结.md.j2"
    assert copied.read_bytes() == (builtin_templates() / "工作总结.md.j2").read_bytes()
    copied.write_text("改过", encoding="utf-8")
    capsys.readouterr()
    assert run(["templates", "工作总结", "--copy"]) == codes.USAGE
    assert "已经有了，没有覆盖" in capsys.readouterr().err
    assert copied.read_text(encoding="utf-8") == "改过"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["templates", "实施方安"], "没有模板 实施方安；你是不是想写“实施方案”？"),
        (["templates", "--copy"], "--copy 要写明复制哪个模板，如 gongjian templates 实施方案 --copy"),
        (["templates", "--copy", "--check"], "--check 和 --copy 只能写一个"),
    ],
)
def test_wrong_usage(
    county: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == codes.USAGE
    assert capsys.readouterr().err.splitlines()[0] == f"用法不对：{message}"


def test_built_in_templates_print_every_plan(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "--check"]) == codes.FINE
    said = capsys.readouterr()
    assert (said.out, said.err[:2]) == ("", "试了")
    assert not (county / "out").exists()


def test_a_fault_is_told_once_with_the_plans_it_was_met_with(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own(county, "实施方案.md.j2", EXTENDING)
    own(county, "通报.md.j2", "没有标题\n")
    own(county, "_共用.md.j2", "{% macro a() %}")
    assert run(["templates", "--check"]) == codes.FINDINGS
    said = capsys.readouterr()
    known = "gongjian、id、title、mode、level、region、theme、period、document、basis、policies、schools"
    assert said.out.splitlines() == [
        "_共用.md.j2 第1行：写法有误：「macro」没有收尾（印 plans/a.yaml时）",
        f"实施方案.md.j2 第4行：没有「plan.titel」这一项（可用的有：{known}）（印 plans/a.yaml 等 2 份方案时）",
        "通报.md.j2：填好以后的文字有误，第1行：没有标题（第一行写：# 某某学校结对共建实施方案）（印 plans/a.yaml 等 2 份方案时）",
    ]
    assert said.err.endswith("个模板，3 处问题\n")


def test_a_repository_prints_with_its_own_templates(county: Path) -> None:
    own(county, "实施方案.md.j2", EXTENDING.replace("titel", "title"))
    assert run(["render", "plans/a.yaml", "--format", "md", "-q"]) == codes.FINE
    text = (county / "out/a.md").read_text(encoding="utf-8")
    assert "口号\n\n甲小学结对共建活动实施方案" in text
