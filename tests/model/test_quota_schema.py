"""Quotas as fields of Pydantic models."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from pydantic import BaseModel, Field, ValidationError

from gongjian.model.quota import Quantity, Quota, VagueQuota, parse_quantity, parse_quota


class Requirement(BaseModel):
    quota: Quota = Field(title="指标")


class Commitment(BaseModel):
    quota: Quantity | None = Field(default=None, title="指标")
    remark: VagueQuota | None = None


def only_error(model: type[BaseModel], **values: object) -> dict[str, object]:
    with pytest.raises(ValidationError) as caught:
        model(**values)
    (error,) = caught.value.errors()
    return error


def test_a_field_reads_text_and_takes_a_quota():
    assert Requirement(quota="每学期不少于2人").quota == parse_quota("≥2人/学期")
    assert Requirement(quota=parse_quota("≥2人/学期")).quota == parse_quota("≥2人/学期")


def test_a_quantity_may_be_vague():
    assert Commitment(quota="定期").quota == VagueQuota("定期")
    assert Commitment(quota="2次").quota == parse_quota("2次")
    assert Commitment().quota is None


def test_a_quota_may_not_be_vague():
    error = only_error(Requirement, quota="每学期定期")
    assert error["type"] == "quota"
    assert error["msg"] == "“定期”没有数字，无法核对"
    assert error["loc"] == ("quota",)


def test_a_vague_field_takes_no_number():
    assert Commitment(remark="若干人").remark == parse_quantity("若干人")
    assert only_error(Commitment, remark="2人")["msg"] == "这里有数字，不是含糊的说法"


def test_the_place_inside_the_scalar_travels_with_the_error():
    error = only_error(Requirement, quota="≥2次/学其")
    assert error["type"] == "quota"
    assert error["ctx"] == {
        "message": "读到“学其”，这里应当是周期或对象",
        "hint": "你是不是想写“学期”？",
        "offset": 4,
        "length": 2,
        "text": "≥2次/学其",
        "instead": "学期",
        "sure": True,
    }


def test_a_bare_number_lacks_its_unit():
    error = only_error(Requirement, quota=2)
    assert (error["msg"], error["ctx"]["offset"]) == ("写到这里就断了，还缺单位", 1)


@pytest.mark.parametrize("value", [None, True, [], {"min": 2}, b"2"])
def test_what_is_no_text_is_refused(value):
    assert only_error(Requirement, quota=value)["msg"] == "指标要写成一行文字"


def test_written_in_canonical_form():
    model = Commitment(quota="每学期不少于2名", remark="每校若干名")
    assert model.model_dump(mode="json") == {"quota": "≥2人/学期", "remark": "若干人/校"}
    assert model.model_dump_json() == '{"quota":"≥2人/学期","remark":"若干人/校"}'
    assert Commitment.model_validate_json(model.model_dump_json()) == model


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_json_schema(mode):
    assert Requirement.model_json_schema(mode=mode)["properties"]["quota"] == {
        "title": "指标",
        "type": "string",
        "minLength": 1,
        "maxLength": 400,
        "pattern": "[0-9０-９〇零一二两兩三四五六七八九十百千半]",
        "examples": ["≥2次/学期", "1-2人/学年/校", "=3年/人", "≤50岁", "≥10%/学年"],
    }


def test_json_schema_of_a_quantity_allows_vague_words():
    text, null = Commitment.model_json_schema()["properties"]["quota"]["anyOf"]
    assert re.search(text["pattern"], "定期")
    assert text["examples"][-1] == "定期"
    assert null == {"type": "null"}


def test_quotas_alone_load_no_pydantic():
    code = (
        "import sys, gongjian.model.quota as q; q.parse_quota('≥2次'); print('pydantic_core' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"
