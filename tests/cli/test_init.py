"""`gongjian init`: a repository that validates clean at once."""

from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.repository.drafting.archetypes import ARCHETYPES

CLEAN = "没有发现问题"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def is_clean(folder: str, capsys: pytest.CaptureFixture[str], *arguments: str) -> bool:
    capsys.readouterr()
    code = run(["validate", folder, "--fail-on", "info", *arguments])
    shown = capsys.readouterr()
    return (code, shown.out, CLEAN in shown.err) == (codes.FINE, "", True)


@pytest.mark.parametrize("kind", ARCHETYPES)
def test_every_example_is_clean(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "县", "--kind", kind, "--ci", "none"]) == codes.FINE
    assert capsys.readouterr().out.splitlines()[-1] == f"检查了 3 个文件，{CLEAN}"
    assert is_clean("县", capsys)
    assert run(["fmt", "县", "--check"]) == codes.FINE


@pytest.mark.parametrize(
    ("pack", "kind"), [("gongtongti", "教共体共建型"), ("songyang", "县级方案"), ("lianmeng", "单对结对")]
)
def test_packs_can_be_in_force(pack: str, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "县", "--kind", kind, "--policy", pack]) == codes.FINE
    assert f"\npolicies: {pack}\n" in Path("县/gongjian.yaml").read_text(encoding="utf-8")
    assert is_clean("县", capsys)


@pytest.mark.parametrize("day", ["2026-01-15", "2026-07-01", "2028-02-29", "2035-09-01"])
def test_it_stays_clean(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--kind", "县级方案", "--policy", "songyang"]) == codes.FINE
    assert is_clean(".", capsys, "--as-of", day)


def test_names_of_any_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", ".", "--name", "'甲: #\"\n县", "--bureau", "{{ 县 }} 😀"]) == codes.FINE
    assert is_clean(".", capsys)
    settings = Path("gongjian.yaml").read_text(encoding="utf-8")
    assert 'name: "\'甲: #\\"县"\n' in settings
    assert 'bureau: {name: "{{县}} 😀"}\n' in settings
    assert Path("README.md").read_text(encoding="utf-8").startswith("# '甲: #\"县\n")


def test_a_new_plan_uses_the_bureau(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", ".", "--bureau", "松阳县教育局"]) == codes.FINE
    assert (
        run(["new", "--kind", "单对结对", "--lead", "牵头学校", "--member", "成员学校", "-o", "-"])
        == codes.FINE
    )
    capsys.readouterr()
    assert (
        run(["new", "--kind", "县级方案", "--lead", "牵头学校", "--member", "成员学校", "-o", "-"])
        == codes.FINE
    )
    assert "  issuer: 松阳县教育局\n" in capsys.readouterr().out


def test_what_is_there_is_kept_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("README.md").write_text("我的", encoding="utf-8")
    assert run(["init"]) == codes.FINE
    assert "已经有 README.md，没有改\n" in capsys.readouterr().out
    Path("plans/示例.yaml").rename("plans/改名.yaml")
    assert run(["init", "--ci", "gitlab"]) == codes.FINE
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("写好了")] == ["写好了 .gitlab-ci.yml"]
    assert not Path("plans/示例.yaml").exists()
    assert Path("README.md").read_text(encoding="utf-8") == "我的"


def test_findings_of_an_old_repository_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("gongjian.yaml").write_text("gongjian: repository/v1\npolicies: [songyag]\n", encoding="utf-8")
    assert run(["init"]) == codes.FINDINGS
    assert "gongjian.yaml:2:12: GJ300" in capsys.readouterr().err


def test_no_repository_inside_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == codes.FINE
    capsys.readouterr()
    assert run(["init", "plans"]) == codes.USAGE
    assert "里面了；要另建一个，请在它外面建" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt"], "a.txt 是文件，不是文件夹"),
        (["--ci", "jenkins"], "--ci 不能是 jenkins，可以是 github、gitlab、gitee、none"),
        (["--kind", "单队"], "没有“单队”这种方案"),
        (["--policy", "songyag"], "没有政策包 songyag；你是不是想写“songyang”？"),
        (["--policy", "gongtongti"], "例子的学校数目不合政策包的要求，换一种 --kind："),
        (["--name", ""], "--name不能是空的"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("", encoding="utf-8")
    assert run(["init", *arguments]) == codes.USAGE
    assert message in capsys.readouterr().err.splitlines()[0]
    assert [path.name for path in Path().iterdir()] == ["a.txt"]


def test_a_file_where_a_folder_must_be(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".vscode").write_text("", encoding="utf-8")
    assert run(["init"]) == codes.USAGE
    assert capsys.readouterr().err.startswith("用法不对：写不了 ")
    Path(".vscode").unlink()
    assert run(["init"]) == codes.FINE  # what was missing is written now
    assert Path(".vscode/settings.json").is_file()
