"""What users come upon: closed streams, full disks, folders that are gone, settings that are none, paths from elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from small_plans import SMALL, VAGUE, another

GONGJIAN = f"'{sys.executable}' -m gongjian"
needs_shell = pytest.mark.skipif(not Path("/dev/full").exists(), reason="没有 /dev/full")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "某 县"
    (folder / "plans").mkdir(parents=True)
    (folder / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (folder / "plans/a.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "plans/b.yaml").write_text(another("b", VAGUE), encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def shell(command: str, folder: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    return done.returncode, done.stdout, done.stderr


def settings(county: Path, text: str) -> None:
    (county / "gongjian.yaml").write_text(text, encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


@needs_shell
@pytest.mark.parametrize(
    "arguments", ["validate", "rules", "--help", "schema plan", "validate --format json"]
)
def test_a_full_disk_is_one_line_and_no_bug(arguments: str, county: Path) -> None:
    full = "写不了要打印的内容：磁盘满了\n"
    assert shell(f"{GONGJIAN} {arguments} > /dev/full", county) == (codes.USAGE, "", full)
    assert list(county.glob("gongjian-bug*")) == []


@needs_shell
def test_a_full_disk_for_complaints_changes_no_exit_code(county: Path) -> None:
    assert shell(f"{GONGJIAN} valid 2> /dev/full", county)[0] == codes.USAGE


@needs_shell
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("validate >&-", codes.FINDINGS),
        ("validate >&- 2>&-", codes.FINDINGS),
        ("validate plans/a.yaml >&- 2>&-", codes.FINE),
        ("validate --format json >&-", codes.FINDINGS),
        ("new <&-", codes.USAGE),
    ],
)
def test_closed_streams_change_no_exit_code(command: str, code: int, county: Path) -> None:
    assert shell(f"{GONGJIAN} {command}", county)[0] == code
    assert list(county.glob("gongjian-bug*")) == []


@needs_shell
@pytest.mark.parametrize("command", ["validate", "fmt", "new --kind 支教", "init x", "validate /没有.yaml"])
def test_a_current_folder_that_is_gone_is_told(command: str, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    gone = f"cd gone && rmdir '{tmp_path}/gone' && {GONGJIAN}"
    message = "当前文件夹已经不在了（被删去或者改了名），先用 cd 换到别的文件夹\n"
    assert shell(f"{gone} {command}", tmp_path) == (codes.USAGE, "", message)


def test_a_file_that_may_not_be_read_hides_no_other(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(os, "access", lambda *_: False)  # what click would ask
    monkeypatch.setattr(Path, "read_bytes", locked)
    assert run(["validate", "plans/a.yaml", "plans/b.yaml"]) == codes.FINDINGS
    first, second = told(capsys)
    assert first == "plans/a.yaml:1:1: GJ001 读不了这个文件：没有权限。改文件的权限，让运行检查的人能读"
    assert second.startswith("plans/b.yaml:16:42: GJ231 ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="没有命名管道")
def test_pipes_and_devices_that_are_named_are_told_and_hide_no_other(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo("plans/pipe.yaml")
    (county / "plans/zero.yaml").symlink_to("/dev/zero")
    assert run(["validate", "plans/pipe.yaml", "plans/zero.yaml", "plans/b.yaml"]) == codes.FINDINGS
    *special, vague = told(capsys)
    words = "GJ001 这是管道、设备之类，不是普通文件，没有读。写方案文件的路径"
    assert special == [f"plans/{name}.yaml:1:1: {words}" for name in ("pipe", "zero")]
    assert vague.startswith("plans/b.yaml:16:42: GJ231 ")
    for command in (["fmt", "--check"], ["render"], ["verify"], ["validate", "--fix"]):
        assert run([*command, "plans/pipe.yaml"]) == codes.FINDINGS
    assert run(["validate", "--baseline", "plans/pipe.yaml"]) == codes.USAGE


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "plans/圈/x.yaml"],
        ["validate", "plans/圈"],
        ["fmt", "plans/圈.yaml"],
        ["render", "plans/圈.yaml", "-o", "out"],
        ["verify", "plans/圈.docx"],
        ["init", "plans/圈/x"],
        ["new", "--kind", "支教", "-o", "plans/圈/x.yaml"],
        ["diff", "plans/圈.yaml", "plans/a.yaml"],
    ],
)
def test_links_in_circles_are_no_bug(arguments: list[str], county: Path) -> None:
    for name in ("圈", "圈.yaml", "圈.docx"):
        (county / "plans" / name).symlink_to(name)
    assert run(arguments) in {codes.FINDINGS, codes.USAGE}
    assert list(county.glob("gongjian-bug*")) == []


@pytest.mark.parametrize("name", ["plans/圈.yaml", "plans/圈.xlsx"])
def test_a_registry_that_is_a_link_in_circles_is_told(
    name: str, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / name).symlink_to(Path(name).name)
    settings(county, f"gongjian: repository/v1\nregistry: {name}\n")
    assert run(["validate", "--select", "GJ6"]) == codes.FINDINGS
    assert told(capsys)[-1].startswith(f"gongjian.yaml:2:11: GJ600 仓库里没有学校名册“{name}”。")


def test_a_choice_of_rules_does_not_make_a_missing_file_sound(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["validate", "plans/没有", "--select", "GJ6"]) == codes.FINDINGS
    assert told(capsys)[0].startswith("plans/没有:1:1: GJ001 读不了这个文件：文件不存在")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "1:1: GJ008 文件里没有内容。第一行写 gongjian: repository/v1"),
        (
            "name: 某县\n",
            "1:1: GJ011 gongjian.yaml 是方案仓库的设置，第一行没有写明。第一行写 gongjian: repository/v1",
        ),
        (
            SMALL,
            "2:11: GJ011 gongjian.yaml 是方案仓库的设置，第一行没有写明。第一行写 gongjian: repository/v1",
        ),
        (
            "gongjian: repository\n",
            "1:11: GJ011 gongjian.yaml 是方案仓库的设置，第一行没有写明。第一行写 gongjian: repository/v1",
        ),
    ],
)
def test_settings_that_are_none_are_told_as_such(
    text: str, line: str, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(county, text)
    assert run(["validate"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0] == f"gongjian.yaml:{line}"
    assert shown.err == "检查了 3 个文件，2 个错误\n"  # the plans are checked all the same


@pytest.mark.parametrize(
    ("said", "rule", "hint"),
    [
        (r"registry: 名册\学校.xlsx", "GJ600", "路径用 / 分开，如 名册/学校.xlsx"),
        ("registry: ../学校.csv", "GJ600", "仓库外面的文件不读，先复制到仓库里"),
        ("registry: 学校.csv", "GJ600", "写名册文件的路径，如 registry: 学校名册.yaml"),
        (r"policies: [policies\本县.yaml]", "GJ300", "路径用 / 分开，如 policies/本县.yaml"),
        ("policies: [/etc/passwd]", "GJ300", "仓库外面的文件不读，先复制到仓库里"),
        (r"paths: {plans: [plans\a.yaml]}", "GJ412", "路径用 / 分开，如 plans/a.yaml"),
    ],
)
def test_paths_of_windows_and_paths_out_of_the_repository(
    said: str, rule: str, hint: str, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(county, f"gongjian: repository/v1\n{said}\n")
    run(["validate"])
    (line,) = (line for line in told(capsys) if f" {rule} " in line)
    assert line.endswith(f"。{hint}")


def test_names_that_would_move_the_cursor_are_shown_and_not_obeyed(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "plans/\x1b[31m红\n色.yaml"
    (county / name).write_text(another("c"), encoding="utf-8")
    assert run(["render", name, "-o", "out"]) == codes.FINE
    assert capsys.readouterr().out == "plans/\\x1b[31m红\\n色.yaml → out/\\x1b[31m红\\n色.docx\n"


def test_init_says_where_to_go_and_names_the_repository_after_the_county(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(["init", "庆 元", "--bureau", "庆元县教育局", "--ci", "none"]) == codes.FINE
    first = capsys.readouterr().err.splitlines()[0]
    go = f'cd "{tmp_path.resolve() / "庆 元"}" && git init && git add -A && git commit -m 方案仓库'
    assert first == f"还没有纳入 git：{go}"
    assert "name: 庆元县城乡学校结对方案\n" in (tmp_path / "庆 元/gongjian.yaml").read_text(encoding="utf-8")
