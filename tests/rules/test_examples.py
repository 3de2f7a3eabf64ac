"""The examples in every rule's page are true: the bad one gives its finding, the good one none.

An example is YAML that is laid over `cases/good/small.yaml`: what it says of a key at the
top takes the place of what the sound plan says. After the fence's `yaml` may stand
`整个文件` (the example is the whole file), `GBK` (the file is saved so), `仓库设置` (it is laid
over a `gongjian.yaml` beside the sound plan), or `仓库` (the example is a repository: a line
`# a.yaml` begins a file; a plan is laid over the sound plan and bears its file's name as id, unless
it says another; `名册.yaml` is the registry; it is checked as of 1 March 2023). A fence `sh`
is a command, run beside a sound `方案.yaml`; a fence `csv` is a registry, `名册.csv` or as named.
What stands below `# 政策包里的要求：` is a policy
pack that the plan is held against. `\\t` and `\\x07` stand for those characters.
"""

import re
import shlex
from pathlib import Path

import pytest

from gongjian.cli.program import run
from gongjian.model.policy import Policy
from gongjian.repository.checking import check_file
from gongjian.repository.discovery import Target
from gongjian.rules.index import RULES
from gongjian.rules.registry import PLAN_RULES
from gongjian.rules.requirements.registry import REQUIREMENT_RULES
from gongjian.rules.rule import Rule
from gongjian.rules.standards import Standards
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

BASE = (Path(__file__).parents[1] / "cases/good/small.yaml").read_text(encoding="utf-8")
PACK = """gongjian: policy/v1
id: example
title: 例子
document: {{title: 例子, issuer: 某县教育局}}
{}
"""
EXAMPLE = re.compile(r"^(坏例|好例)：\n```(\w+)(?: (\S+))?\n(.*?)\n```", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)
TOP = re.compile(r"^(?=\S)", re.MULTILINE)
IDS = sorted(RULES)


def examples(rule: Rule) -> dict[str, tuple[str, str, str]]:
    return {kind: (language, how, text) for kind, language, how, text in EXAMPLE.findall(rule.documentation)}


def laid_over(fragment: str) -> str:
    """Take out of the sound plan what the fragment says anew, and put the fragment behind it."""
    fragment = fragment.replace(r"\t", "\t").replace(r"\x07", "\x07")
    keys = {match[1] for match in re.finditer(r"^(\w+):", fragment, re.MULTILINE)}
    kept = [part for part in TOP.split(BASE) if part.partition(":")[0] not in keys]
    return "".join(kept) + fragment + "\n"


def write_repository(folder: Path, text: str) -> None:
    """Write the files of an example that is a repository."""
    files = dict(zip(*[iter(FILE.split(text)[1:])] * 2, strict=True))
    settings = files.pop("gongjian.yaml", "")
    if "名册.yaml" in files:
        settings += "registry: 名册.yaml\n"
        files["名册.yaml"] = f"gongjian: registry/v1\n{files['名册.yaml']}"
    (folder / "gongjian.yaml").write_text(f"gongjian: repository/v1\n{settings}", encoding="utf-8")
    for name, content in files.items():
        own_id = "" if re.search("^id:", content, re.MULTILINE) else f"id: {Path(name).stem}\n"
        whole = content if "gongjian:" in content else laid_over(own_id + content)
        (folder / name).write_text(whole, encoding="utf-8")


def rules_found(folder: Path, language: str, how: str, text: str) -> set[str]:
    if language == "sh":
        if not (folder / "gongjian.yaml").exists():
            (folder / "方案.yaml").write_text(BASE, encoding="utf-8")
        run([*shlex.split(text)[1:], "--format", f"json={folder / 'out.json'}"])
        return set(re.findall(r'"rule": "(\w+)"', (folder / "out.json").read_text(encoding="utf-8")))
    if how == "仓库设置":
        (folder / "gongjian.yaml").write_text(f"gongjian: repository/v1\n{text}\n", encoding="utf-8")
        return rules_found(folder, "sh", "", "gongjian validate")
    if how == "仓库":
        write_repository(folder, text)
        return rules_found(folder, "sh", "", "gongjian validate . --as-of 2023-03-01")
    if language == "csv":
        (folder / (how or "名册.csv")).write_text(f"{text}\n", encoding="utf-8")
        return rules_found(folder, "sh", "", f"gongjian validate {how or '名册.csv'}")
    text, _, requirements = text.partition("# 政策包里的要求：\n")
    pack = PACK.format(requirements)
    packs = (load(SourceFile.of(pack), Policy),) if requirements else ()
    path = folder / "方案.yaml"
    content = text if how == "整个文件" else laid_over(text)
    path.write_bytes(content.encode("gbk" if how == "GBK" else "utf-8"))
    return {
        f.rule
        for f in check_file(Target(path, path.name, given=True), Standards(packs)).findings
        if not f.waived
    }


@pytest.mark.parametrize("rule_id", IDS)
def test_rule_has_a_page(rule_id: str) -> None:
    rule = RULES[rule_id]
    assert re.fullmatch(r"GJ\d{3}", rule.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert list(examples(rule)) == ["坏例", "好例"]
    assert not rule.documentation.startswith(("坏例", "好例"))


@pytest.mark.parametrize("rule_id", IDS)
def test_bad_example_gives_its_finding_alone(
    rule_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert rules_found(tmp_path, *examples(RULES[rule_id])["坏例"]) == {rule_id}


@pytest.mark.parametrize("rule_id", IDS)
def test_good_example_gives_none(
    rule_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert rules_found(tmp_path, *examples(RULES[rule_id])["好例"]) == set()


def test_names_are_not_used_twice() -> None:
    names = [rule.name for rule in RULES.values()]
    assert len(set(names)) == len(names)


def test_required_rules_come_first() -> None:
    seen: set[str] = set()
    for rule in PLAN_RULES + REQUIREMENT_RULES:
        assert set(rule.requires) <= seen
        seen.add(rule.id)
