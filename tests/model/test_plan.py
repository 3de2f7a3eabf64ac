"""The plan schema as a whole: keys, titles, examples, shorthands."""

from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import TypeAdapter

from gongjian.model.base import Model, Paragraphs, Text
from gongjian.model.keys import model_at, models, names_of, title_of
from gongjian.model.measure import Block
from gongjian.model.people import Person
from gongjian.model.plan import Plan
from gongjian.model.repository import Repository
from gongjian.model.schema import json_schema
from gongjian.model.school_registry import Registry
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

CASES = Path(__file__).parents[1] / "cases"
FIELDS = [
    pytest.param(model, name, id=f"{model.__name__}.{name}")
    for root in (Plan, Registry, Repository)
    for model in models(root)
    for name in model.model_fields
]


def plan(name: str) -> Plan:
    return load(SourceFile.read(CASES / f"good/{name}.yaml", name), Plan)


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_every_field_has_title_description_and_example(model: type[Model], name: str) -> None:
    field = model.model_fields[name]
    assert field.title
    assert field.title != name
    assert field.validation_alias == field.title
    assert field.description
    assert field.examples


@pytest.mark.parametrize("model", models(Plan), ids=lambda model: model.__name__)
def test_no_key_of_a_mapping_is_another_ones_title(model: type[Model]) -> None:
    keys = Counter([*model.model_fields, *(field.title for field in model.model_fields.values())])
    assert keys.most_common(1)[0][1] == 1
    titles = {
        name: {m.model_fields[name].title for m in models(Plan) if name in m.model_fields}
        for name in model.model_fields
    }
    for name in titles:
        others = (
            set().union(*(found for other, found in titles.items() if other != name))
            if len(titles) > 1
            else set()
        )
        assert model.model_fields[name].title not in others


def documented_examples(model: type[Model]) -> list[tuple[str, Any]]:
    return [(name, example) for name, field in model.model_fields.items() for example in field.examples or ()]


@pytest.mark.parametrize("model", [*models(Plan), Repository], ids=lambda model: model.__name__)
def test_documented_examples_are_valid_for_their_field(model: type[Model]) -> None:
    for name, example in documented_examples(model):
        field = model.model_fields[name]
        TypeAdapter(field.rebuild_annotation()).validate_python(example)


def test_chinese_keys_say_the_same() -> None:
    chinese = plan("chinese-keys")
    assert chinese.leadership is not None
    assert chinese.leadership.leader == Person(name="王某某", post=["书记", "校长"], school="甲")
    assert [str(quota) for quota in chinese.measures[0].commitments[0].quota] == ["≥20节/学年", "≥2门/学年"]
    assert chinese.guiding == Block(text=["坚持资源共享。", "坚持优势互补。"])


def test_scalars_are_what_the_author_meant() -> None:
    scalars = plan("yaml-scalars")
    assert (scalars.id, scalars.title, scalars.theme, scalars.region) == ("08", "12:30", "no", "1_000")
    assert [school.id for school in scalars.schools] == ["0123", "2022"]
    assert [school.name for school in scalars.schools] == ["0x1F", "true"]
    assert [school.code for school in scalars.schools] == ["2133001234", "08"]
    assert (scalars.schools[0].note, scalars.schools[1].short) == (None, "1.10")
    assert scalars.document.issuer == ("on",)
    assert scalars.measures[0].heading == "1e3"
    assert scalars.measures[0].text == ("第一段第一行第一段第二行。", "第二段2行by two lines。")
    assert scalars.measures[0].commitments[0].soft is False
    assert scalars.activities[0].people == 12


def test_aliases_are_followed() -> None:
    aliases = plan("aliases")
    assert [phase.period for phase in aliases.phases] == [aliases.period, aliases.period]


def test_line_ends_and_byte_order_mark_change_nothing() -> None:
    assert plan("base") == plan("bom") == plan("crlf")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("第一行\n第二行", "第一行第二行"),
        ("共同 研究", "共同研究"),
        ("到 2025 年", "到2025年"),
        ("对策， {指标}。", "对策，{指标}。"),
        ("Python 3\nin use", "Python 3 in use"),
        ("王　某", "王　某"),
        ("  两头  ", "两头"),
    ],
)
def test_lines_are_joined_as_chinese_prose(written: str, meant: str) -> None:
    assert TypeAdapter(Text).validate_python(written) == meant


def test_blank_lines_part_paragraphs() -> None:
    assert TypeAdapter(Paragraphs).validate_python("甲\n乙\n\n \n丙\n") == ("甲乙", "丙")


def test_pairings_of_a_plan_without_groups() -> None:
    (group,) = plan("base").pairings()
    assert (group.lead, group.members) == ("yongli", ("partner",))


def test_places_of_schemas() -> None:
    assert model_at(Plan, ("measures", 0, "points", 1, "points", 2)) is Block
    assert model_at(Plan, ("title",)) is None
    assert title_of(Plan, ("leadership", "deputies", 0)) == "副组长"
    assert title_of(Plan, ()) == "文件"
    assert names_of(Block) == {
        "小标题": "heading", "正文": "text", "要点": "points", "heading": "heading", "text": "text", "points": "points",
    }  # fmt: skip


@pytest.mark.parametrize("chinese", [False, True])
@pytest.mark.parametrize("model", [Plan, Repository])
def test_json_schema_is_sound(model: type[Model], chinese: bool) -> None:
    schema = json_schema(model, chinese_keys=chinese)
    jsonschema.Draft202012Validator.check_schema(schema)
    for definition in [schema, *schema.get("$defs", {}).values()]:
        mapping = definition["anyOf"][-1] if "anyOf" in definition else definition
        for key, described in mapping["properties"].items():
            assert {"description", "examples"} <= set(described), key
            assert {"title", "$ref"} & set(described), (
                key
            )  # a field called like its schema leaves the title to it


@pytest.mark.parametrize("name", ["base", "small", "aliases"])
def test_json_schema_accepts_good_files(name: str) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(Plan))
    data = SourceFile.read(CASES / f"good/{name}.yaml", name).fast
    assert [error.message for error in validator.iter_errors(data)] == []


def test_json_schema_with_chinese_keys_accepts_a_chinese_file() -> None:
    schema = json_schema(Plan, chinese_keys=True)
    data = dict(SourceFile.read(CASES / "good/chinese-keys.yaml", "x").fast)
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)] == []
    data["文件类型"] = data.pop("gongjian")
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)] == []


@pytest.mark.parametrize(
    "name", ["misspelt-key", "not-a-choice", "missing-keys", "wrong-type", "id-with-space"]
)
def test_json_schema_rejects_bad_files(name: str) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(Plan))
    assert not validator.is_valid(SourceFile.read(CASES / f"bad/{name}.yaml", name).fast)
