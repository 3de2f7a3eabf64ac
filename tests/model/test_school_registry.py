"""The registry: schools found by every name they have, and plans that leave to it what it knows."""

import pickle

import jsonschema
import pytest
import yaml

from gongjian.model.completion import completed
from gongjian.model.plan import Plan
from gongjian.model.schema import json_schema
from gongjian.model.school_names import may_be_one_school, name_key
from gongjian.model.school_registry import Registry
from gongjian.source.file import SourceFile
from gongjian.source.loading import load
from real_plans import FOLDER
from small_plans import SMALL

REGISTRY = """gongjian: registry/v1
schools:
  - {id: shiyan, name: 某县实验小学, aliases: [实验小学, 实小], area: 城区, stage: 小学, code: "2133001201"}
  - {id: kengxi, name: 某县坑西小学（东校区）, area: 乡村, kind: 校区, parent: 实验小学}
  - {name: 某县坑西小学, aliases: 坑小}
teachers:
  - {name: 钱一, school: shiyan}
  - {name: 孙二, school: 实小}
  - {name: 李三, school: 坑小}
  - {name: 周四, school: 没有这所}
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load(SourceFile.of(REGISTRY), Registry)


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("shiyan", "某县实验小学"),
        ("实小", "某县实验小学"),
        ("某县 实验小学", "某县实验小学"),
        ("某縣實驗小學", "某县实验小学"),
        ("某县坑西小学 (东校区)", "某县坑西小学（东校区）"),
        ("坑小", "某县坑西小学"),
        ("shi", None),
        ("实验", None),
    ],
)
def test_a_school_is_found_by_id_or_any_name(registry: Registry, reference: str, name: str | None) -> None:
    found = registry.find(reference)
    assert (found.name if found else None) == name


def test_a_name_counts_before_an_id_that_is_another_ones(registry: Registry) -> None:
    text = SMALL.replace("id: yongli, name: 甲小学", "id: kengxi, name: 某县实验小学")
    school = load(SourceFile.of(text), Plan).schools[0]
    assert registry.school_of(school) is registry.by_id["shiyan"]


def test_an_id_counts_only_without_a_name(registry: Registry) -> None:
    school = load(SourceFile.of(SMALL.replace("id: yongli", "id: shiyan")), Plan).schools[0]
    assert registry.school_of(school) is None


def test_parents_and_teachers_are_found_by_any_name(registry: Registry) -> None:
    assert registry.parent_of(registry.by_id["kengxi"]) is registry.by_id["shiyan"]
    staff = {key: [teacher.name for teacher in found] for key, found in registry.teachers_of.items()}
    assert staff == {"某县实验小学": ["钱一", "孙二"], "某县坑西小学": ["李三"]}


def test_a_plan_is_completed_with_what_it_does_not_say(registry: Registry) -> None:
    text = SMALL.replace("{id: yongli, name: 甲小学,", "{id: shiyan,").replace(
        "{id: partner, name: 乙小学,", "{id: kengxi, name: 某县坑西小学（东校区）, area: 镇区,"
    )
    plan = completed(load(SourceFile.of(text), Plan), registry)
    told = [(s.id, s.name, s.has_name, s.area, s.stage, s.code, s.kind) for s in plan.schools]
    assert told == [
        ("shiyan", "某县实验小学", True, "城区", "小学", "2133001201", "学校"),
        ("kengxi", "某县坑西小学（东校区）", True, "镇区", None, None, "校区"),
    ]


def test_a_plan_that_leaves_nothing_out_stays_the_same_object(registry: Registry) -> None:
    plan = load(SourceFile.of(SMALL), Plan)
    assert completed(plan, registry) is plan


def test_without_a_name_a_school_goes_by_its_id() -> None:
    school = load(SourceFile.of(SMALL.replace("id: yongli, name: 甲小学", "id: yongli")), Plan).schools[0]
    assert (school.name, school.has_name) == ("yongli", False)


def test_a_registry_can_be_sent_to_another_process(registry: Registry) -> None:
    assert registry.by_name  # an index that was made goes along
    again = pickle.loads(pickle.dumps(registry))
    assert again == registry
    assert again.find("实小").id == "shiyan"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("坑西小学", "庆元县坑西中心小学", True),
        ("庆元县坑西小学", "坑西小学", True),
        ("第一小学", "第十一小学", False),
        ("第1小学", "第10小学", False),
        ("坑西小学", "坑西学校", False),
        ("甲小学", "乙小学", False),
    ],
)
def test_a_short_form_may_be_the_same_school(one: str, other: str, same: bool) -> None:
    assert may_be_one_school(one, other) is same


def test_names_differ_by_more_than_how_they_are_typed() -> None:
    assert name_key("ＡＢ 小学【东】") == name_key("ab小学[东]") == name_key("AB小学（东）")
    assert name_key("甲小学") != name_key("甲中学")


def test_the_real_registry_meets_the_json_schema() -> None:
    data = yaml.safe_load((FOLDER / "学校名册.yaml").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(json_schema(Registry))
    assert list(validator.iter_errors(data)) == []
    assert [error.json_path for error in validator.iter_errors(data | {"schools": [{"id": "a"}]})] == [
        "$.schools[0]"
    ]
