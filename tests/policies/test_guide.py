"""The examples of docs/policies.md hold."""

import re
from pathlib import Path

import pytest

from gongjian.model.policy import Policy
from gongjian.repository.checking import check_source
from gongjian.rules.engine import check_plan
from gongjian.rules.pack_examples import run_examples
from gongjian.rules.standards import Standards
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/policies.md").read_text(encoding="utf-8")
PACK, REQUIREMENT, EXPRESSIONS, SETTINGS = (
    re.search(rf"^```{language}\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)[1]
    for language in ("yaml 政策包", "yaml 要求", "cel", "yaml 仓库设置")
)
HEAD = PACK.partition("requirements:")[0] + "requirements:\n"


def test_the_pack_is_sound_and_its_examples_hold():
    source = SourceFile.of(PACK)
    assert check_source(source).findings == ()
    outcomes = list(run_examples(load(source, Policy)))
    assert [outcome.passed for outcome in outcomes] == [True, True]


def test_the_settings_are_sound():
    assert check_source(SourceFile.of(SETTINGS)).findings == ()


@pytest.mark.parametrize("expression", EXPRESSIONS.splitlines())
def test_the_expressions_can_be_worked_out(expression):
    pytest.importorskip("cel", reason="pip install gongjian[cel] 后才检查")
    written = f"  - {{id: a, kind: expression, clause: 一, text: 要求。, expression: '{expression}'}}\n"
    pack = load(SourceFile.of(HEAD + written), Policy)
    plan = check_source(SourceFile.read(ROOT / "tests/cases/good/base.yaml", "base.yaml")).model
    assert not any("算不出来" in finding.message for finding in check_plan(plan, Standards((pack,))))


def test_the_requirement_is_sound():
    lines = "".join(f"  {line}\n" for line in REQUIREMENT.splitlines())
    assert check_source(SourceFile.of(HEAD + lines)).findings == ()


def test_every_kind_of_requirement_is_told():
    kinds = {
        model.model_fields["kind"].annotation.__args__[0]
        for model in Policy.model_fields["requirements"].annotation.__args__[0].__args__[0].__args__
    }
    assert {kind for kind in kinds if f"`{kind}`" not in GUIDE} == set()
