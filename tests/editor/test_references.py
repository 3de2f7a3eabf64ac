"""What a text can name that stands in other files."""

from pathlib import Path

import pytest

from editing import complete_at
from gongjian.editor.neighbours import Neighbours
from gongjian.editor.references import NAMED
from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.model.keys import models
from gongjian.repository.settings import Settings
from small_plans import SMALL

REGISTRY = """gongjian: registry/v1
schools:
  - {id: kengxi, name: 庆元县坑西小学, aliases: 坑小, area: 乡村, stage: 小学}
  - {name: 庆元县实验小学, level: 优质}
teachers:
  - {name: 孟某某, school: kengxi, subject: 数学}
  - {name: 项某, school: 庆元县实验小学}
"""
PACK = """gongjian: policy/v1
id: own
title: 本县要求
document: {title: 甲, issuer: 乙}
requirements:
  - {id: talks, kind: quota, clause: 一, text: 每学期上两次示范课。, activity: 示范课, quota: ≥2次/学期}
"""
PLAN = SMALL.rstrip("\n") + "\n"


@pytest.fixture
def around(tmp_path: Path) -> Neighbours:
    files = {
        "gongjian.yaml": "gongjian: repository/v1\npolicies: 政策/本县.yaml\nregistry: 名册.yaml\n",
        "政策/本县.yaml": PACK,
        "名册.yaml": REGISTRY,
        "教师/名册.csv": "校名\n甲\n",
        "plans/甲.yaml": PLAN + "assignments:\n  - {teacher: 赵某}\n",
        "plans/other.yaml": "services: {web: x}\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    settings = Settings.read(tmp_path)
    return Neighbours(settings, settings.standards())


def found(text: str, around: Neighbours) -> list[tuple[str, str]]:
    return [(each.label, each.detail) for each in complete_at(text, around).proposals]


def test_every_field_of_the_table_is_one() -> None:
    fields = {
        f"{model.__name__}.{name}"
        for kind in KINDS
        for model in (schema_of(kind), *models(schema_of(kind)))
        for name in model.model_fields
    }
    assert set(NAMED) <= fields


def test_schools_of_the_registry(around: Neighbours) -> None:
    head = "gongjian: plan/v1\nschools:\n"
    assert found(head + "  - name: ‸", around) == [
        ("庆元县坑西小学", "乡村 小学"),
        ("庆元县实验小学", "优质"),
    ]
    assert found(head + "  - {id: ‸", around) == [("kengxi", "庆元县坑西小学")]
    (school,) = complete_at(head + "  - {id: ‸", around).proposals
    assert school.aliases == ("庆元县坑西小学", "坑小")


def test_teachers_of_the_school_that_sends_them(around: Neighbours) -> None:
    head = "gongjian: plan/v1\nschools:\n  - {id: kengxi}\n  - {id: shiyan, name: 庆元县实验小学}\nassignments:\n"
    assert found(head + "  - {origin: kengxi, teacher: ‸", around) == [("孟某某", "数学")]
    assert found(head + "  - {teacher: ‸, origin: shiyan}", around) == [("项某", "教师")]
    assert found(head + "  - {teacher: ‸", around) == [("孟某某", "kengxi、数学"), ("项某", "庆元县实验小学")]


def test_packs_of_the_repository_and_what_they_demand(around: Neighbours) -> None:
    assert found(PLAN + "policies: [‸", around)[0] == ("own", "本县要求")
    text = PLAN.replace("quota: ≥1次/学年", "quota: ‸")
    assert found(text, around) == [("≥2次/学期", "own 一")]


def test_what_settings_name(around: Neighbours) -> None:
    head = "gongjian: repository/v1\n"
    packs = found(head + "policies: [‸", around)
    assert ("政策/本县.yaml", "政策包文件") in packs
    assert "own" not in dict(packs)
    assert found(head + "registry: ‸", around) == [("名册.yaml", "学校名册"), ("教师/名册.csv", "学校名册")]
    assert found(head + "waivers:\n  - file: ‸", around) == [("plans/甲.yaml", "方案")]
    assert found(head + "waivers:\n  - {requirement: ‸", around) == [("talks", "own 一")]


def test_a_ledger_knows_its_plan(around: Neighbours) -> None:
    head = "gongjian: ledger/v1\n"
    assert found(head + "plan: ‸", around) == [("small", "甲.yaml")]
    records = head + "plan: small\nrecords:\n"
    assert found(records + "  - {commitment: ‸", around) == [("demo", "示范课 ≥1次/学年")]
    assert found(records + "  - host: ‸", around) == [("yongli", "甲小学"), ("partner", "乙小学")]
    assert found(records + "  - teacher: ‸", around) == [("赵某", "交流人员")]
    assert found(head + "plan: nobody\nrecords:\n  - host: ‸", around) == []


def test_schools_of_the_registry_that_is_being_written(around: Neighbours) -> None:
    assert found(REGISTRY + "  - {name: 李某, school: ‸", around) == [
        ("庆元县坑西小学", "校名"),
        ("庆元县实验小学", "校名"),
        ("kengxi", "编号"),
    ]


def test_what_is_open_counts(around: Neighbours, tmp_path: Path) -> None:
    unsaved = {tmp_path / "plans/甲.yaml": PLAN.replace("name: 乙小学", "name: 丙小学")}
    neighbours = Neighbours(around.settings, around.standards, unsaved)
    text = "gongjian: ledger/v1\nplan: small\nrecords:\n  - host: ‸"
    assert found(text, neighbours) == [("yongli", "甲小学"), ("partner", "丙小学")]
