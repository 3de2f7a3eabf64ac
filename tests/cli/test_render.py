"""`gongjian render`: where documents go, and what is said when there are none."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.cli.render import FORMATS, KINDS
from gongjian.document import rendering
from gongjian.document.errors import DocumentError

CASES = Path(__file__).parents[1] / "cases"
GOOD = (CASES / "good/base.yaml").read_text(encoding="utf-8")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "gongjian.yaml": "gongjian: repository/v1\n",
        "方案/甲 小学.yaml": GOOD,
        "方案/乡/甲 小学.yaml": GOOD,
        "坏/a.yaml": GOOD.replace("people: 12", "people: 多人"),
        "坏/b.yaml": GOOD.replace("host: partner", "host: nobody"),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_choices_are_those_of_the_registry() -> None:
    assert tuple(rendering.FORMATS) == FORMATS
    assert tuple(rendering.KINDS) == KINDS


def test_one_plan_goes_into_out(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "方案/甲 小学.yaml"]) == codes.FINE
    assert capsys.readouterr().out == "方案/甲 小学.yaml → out/甲 小学.docx\n"
    with ZipFile(county / "out/甲 小学.docx") as docx:
        assert docx.testzip() is None
        assert "甲小学结对共建活动实施方案" in docx.read("word/document.xml").decode()


def test_a_folder_keeps_its_shape(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "方案", "--format", "md", "--format", "docx", "-o", "印发 稿"]) == codes.FINE
    written = sorted(
        path.relative_to(county / "印发 稿").as_posix() for path in (county / "印发 稿").rglob("*.*")
    )
    assert written == ["乡/甲 小学.docx", "乡/甲 小学.md", "甲 小学.docx", "甲 小学.md"]


@pytest.mark.parametrize("name", ["实施方案.docx", "实施方案.md", "新/实施方案.DOCX"])
def test_a_file_may_be_named_and_its_ending_tells_the_format(county: Path, name: str) -> None:
    assert run(["render", "方案/甲 小学.yaml", "-o", name]) == codes.FINE
    assert (county / name).is_file()


def test_the_same_plan_gives_the_same_bytes(county: Path) -> None:
    run(["render", "方案/甲 小学.yaml", "-o", "a.docx"])
    run(["render", "方案/甲 小学.yaml", "-o", "b.docx"])
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_a_bad_plan_stops_no_other(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "坏", "方案/甲 小学.yaml"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert shown.out == "坏/b.yaml → out/b.docx\n方案/甲 小学.yaml → out/甲 小学.docx\n"
    assert shown.err == (
        "坏/a.yaml:28:94: GJ103 “人数（people）”应是整数，现在是“多人”。只写数字，如 12\n"
        "坏/b.yaml: 方案还有 1 个错误，用 gongjian validate 坏/b.yaml 查看\n"
    )
    assert not (county / "out/a.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["方案", "-o", "x.docx"], "要写几份文件，-o 应写文件夹，不能写一份文件的名字 x.docx"),
        (
            ["方案/甲 小学.yaml", "--format", "docx", "--format", "md", "-o", "x.docx"],
            "要写几份文件，-o 应写文件夹，不能写一份文件的名字 x.docx",
        ),
        (
            ["方案/甲 小学.yaml", "--format", "docx", "-o", "x.md"],
            "-o 的文件名以 .md 结尾，格式却是 docx；加上 --format md",
        ),
        (
            ["方案/甲 小学.yaml", "方案/乡/甲 小学.yaml"],
            "方案/甲 小学.yaml 和 方案/乡/甲 小学.yaml 都要写到 out/甲 小学.docx；分开印，或者改文件名",
        ),
        (["方案", "--template", "没有.md.j2"], "没有模板文件 没有.md.j2"),
        (["方案", "--format", "wps"], f"--format 不能是 wps，可以是 {'、'.join(FORMATS)}"),
        (
            ["方案", "-o", "gongjian.yaml/x"],
            "写不了 gongjian.yaml/x/甲 小学.docx：路径中间有一段是文件，不是文件夹",
        ),
    ],
)
def test_what_cannot_be_done_is_told(
    county: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", *arguments]) == codes.USAGE
    assert capsys.readouterr().err.splitlines()[0] == f"用法不对：{message}"


def test_nothing_to_print_is_wrong_usage(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "gongjian.yaml"]) == codes.USAGE
    assert "没有找到方案文件" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        (
            "# {{ plan.title }}\n{{ plan.leadership.leader.phnoe }}\n",
            "t.md.j2 第2行：没有「plan.leadership.leader.phnoe」这一项（可用的有：name、post、school、unit、duty、phone）",
        ),
        ("# {{ plan.__class__ }}\n", "t.md.j2 第1行：模板不能使用「__class__」"),
        ('{% include "/etc/passwd" %}\n', "t.md.j2 第1行：不能用「/etc/passwd」：只能用模板文件夹里的模板"),
        ("{% for n in range(10 ** 9) %}a{% endfor %}\n", "t.md.j2 第1行：模板里不能用乘方"),
        ("没有标题\n", "模板填好以后的文字有误，第1行：没有标题（第一行写：# 某某学校结对共建实施方案）"),
    ],
)
def test_a_bad_template_is_told_by_its_line(
    county: Path, template: str, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("t.md.j2").write_text(template, encoding="utf-8")
    assert run(["render", "方案/甲 小学.yaml", "--template", "t.md.j2"]) == codes.FINDINGS
    assert capsys.readouterr().err == f"方案/甲 小学.yaml: 印不出来：{problem}\n"
    assert not Path("out").exists()


def test_a_template_may_extend_the_built_in_one(county: Path) -> None:
    Path("我的.md.j2").write_text(
        '{% extends "实施方案.md.j2" %}{% block schedule %}\n## 起止\n\n{{ period }}。\n\n{% endblock %}\n',
        encoding="utf-8",
    )
    assert run(["render", "方案/甲 小学.yaml", "--template", "我的.md.j2", "-o", "x.md"]) == codes.FINE
    text = Path("x.md").read_text(encoding="utf-8")
    assert "起止\n\n2022年9月1日至2025年7月31日。" in text
    assert "时间安排" not in text


def test_check_says_what_is_missing_or_stale_and_writes_nothing(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "方案", "--check"]) == codes.FINDINGS
    assert capsys.readouterr().out == (
        "out/甲 小学.docx: 还没有印（方案/甲 小学.yaml）\nout/乡/甲 小学.docx: 还没有印（方案/乡/甲 小学.yaml）\n"
    )
    assert not (county / "out").exists()
    run(["render", "方案", "-q"])
    assert run(["render", "方案", "--check"]) == codes.FINE
    assert capsys.readouterr().out == ""
    plan = county / "方案/甲 小学.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("优势互补", "优势共享"), encoding="utf-8")
    assert run(["render", "方案", "--check"]) == codes.FINDINGS
    assert capsys.readouterr().out == "out/甲 小学.docx: 不是 方案/甲 小学.yaml 现在的样子，要重新印\n"


def test_check_minds_the_parts_and_not_how_they_are_packed(county: Path) -> None:
    run(["render", "方案/甲 小学.yaml", "-q"])
    path = county / "out/甲 小学.docx"
    with ZipFile(path) as package:
        parts = [(info.filename, package.read(info)) for info in package.infolist()]
    with ZipFile(path, "w") as package:
        for name, content in parts:
            package.writestr(name, content)
    assert run(["render", "方案/甲 小学.yaml", "--check"]) == codes.FINE
    path.write_bytes(b"PK not a package")
    assert run(["render", "方案/甲 小学.yaml", "--check"]) == codes.FINDINGS


def styles(path: Path) -> str:
    with ZipFile(path) as package:
        return package.read("word/styles.xml").decode()


def test_the_layout_is_the_repositorys_changed_by_what_is_given(county: Path) -> None:
    (county / "gongjian.yaml").write_text(
        "gongjian: repository/v1\nlayout: {fonts: windows}\n", encoding="utf-8"
    )
    run(["render", "方案/甲 小学.yaml", "-o", "a.docx", "-q"])
    assert "仿宋_GB2312" not in styles(county / "a.docx")
    run(["render", "方案/甲 小学.yaml", "-o", "b.docx", "-q", "--set", "版面=gbt33476"])
    assert 'w:line="589"' in styles(county / "b.docx")
    assert "仿宋_GB2312" not in styles(county / "b.docx")
    run(["render", "方案/甲 小学.yaml", "-o", "c.docx", "-q", "--set", "fonts=gb2312"])
    assert "仿宋_GB2312" in styles(county / "c.docx")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            "fonts=window",
            "--set：“字体（fonts）”不能是“window”，可以是：gb2312、windows、fzgbk；你是不是想写“windows”？",
        ),
        ("font=windows", "--set：没有版式项“font”；你是不是想写“fonts”？"),
        (
            "x",
            (
                "--set：没有版式项“x”；可以写：page（版面）、fonts（字体）、page_number（页码）、numbering（序号）、"
                "red_head（红头）、bold（加粗）、mirror（双面）、archive（归档）、font_folders（字体文件夹）"
            ),
        ),
        ("bold=2,7", "--set：“加粗（bold）”不能大于 4，现在是“7”；改成正确的数"),
    ],
)
def test_a_layout_that_is_none(
    county: Path, given: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "方案/甲 小学.yaml", "--set", given]) == codes.USAGE
    assert capsys.readouterr().err.splitlines()[0] == f"用法不对：{message}"


def test_several_processes_print_the_same_in_the_same_order(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "方案", "坏", "-o", "one", "--jobs", "1"]) == codes.FINDINGS
    one = capsys.readouterr()
    assert run(["render", "方案", "坏", "-o", "two", "--jobs", "3"]) == codes.FINDINGS
    two = capsys.readouterr()
    assert (two.out.replace("two/", "one/"), two.err) == (one.out, one.err)
    files = sorted(path.relative_to(county / "one") for path in (county / "one").rglob("*.docx"))
    assert files == sorted(path.relative_to(county / "two") for path in (county / "two").rglob("*.docx"))
    assert all((county / "one" / path).read_bytes() == (county / "two" / path).read_bytes() for path in files)


def test_a_review_copy_has_the_findings_as_comments(county: Path) -> None:
    plan = GOOD.replace("quota: ≥5次/学年", "quota: ≥9次/学年")
    (county / "方案/甲 小学.yaml").write_text(plan, encoding="utf-8")
    assert run(["render", "方案/甲 小学.yaml", "--review", "-q"]) == codes.FINE
    with ZipFile(county / "out/甲 小学.docx") as docx:
        said = docx.read("word/comments.xml").decode()
    assert "错误 GJ241：2022—2023学年：承诺示范课不少于9次，安排了5次" in said
    assert "改法：在 activities 里补上，写明 commitment: demo" in said


@pytest.mark.parametrize("arguments", [["--format", "md"], ["--format", "docx", "--format", "html"]])
def test_only_word_files_can_be_review_copies(
    county: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "方案/甲 小学.yaml", "--review", *arguments]) == codes.USAGE
    assert "--review 只能印程序自己版式的 docx" in capsys.readouterr().err


def test_pairings_need_no_words_before_them(county: Path) -> None:
    groups = "groups:\n  - {lead: yongli, members: [partner]}\nguiding:"
    (county / "方案/甲 小学.yaml").write_text(GOOD.replace("guiding:", groups), encoding="utf-8")
    assert run(["render", "方案/甲 小学.yaml", "--format", "md", "-q"]) == codes.FINE
    text = (county / "out/甲 小学.md").read_text(encoding="utf-8")
    assert "结对安排" in text
    assert "甲小学——乙小学" in text


def test_a_format_that_cannot_be_written_stops_no_other(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> bytes:
        raise DocumentError("没有这个字", "换掉")

    monkeypatch.setitem(rendering.FORMATS, "pdf", rendering.Format(".pdf", refuse))
    arguments = ["--format", "pdf", "--format", "docx", "--format", "md"]
    assert run(["render", "方案/甲 小学.yaml", *arguments]) == codes.FINDINGS
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"方案/甲 小学.yaml → out/甲 小学.{form}" for form in ("docx", "md")]
    assert said.err == "方案/甲 小学.yaml: 印不出来：没有这个字（换掉）\n"
