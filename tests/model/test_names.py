"""Which texts are people's names, and which are offices, units and schools."""

import pytest

from gongjian.model.ledger import Ledger
from gongjian.model.names import Field, is_masked, names, names_in, pattern_of, plain_name, surname_of
from gongjian.model.plan import Plan

PLAN = {
    "gongjian": "plan/v1",
    "id": "a",
    "title": "方案",
    "mode": "结对共建",
    "period": "2022-2023学年",
    "document": {"issuer": "甲小学", "date": "2022-10-08", "signers": ["范仲某", "全红某"]},
    "schools": [{"id": "a", "name": "甲小学"}],
    "leadership": {
        "leader": {"name": "张三丰", "post": "校长"},
        "deputies": ["校长", "欧阳修"],
        "members": ["刘某、黄某某", "教导处", {"post": "各股室负责人"}],
        "office": {"head": "教导主任葉文潔", "members": "于　洋"},
    },
    "measures": [
        {
            "heading": "交流",
            "responsible": ["普教科", "柳某", "a"],
            "commitments": [{"id": "x", "activity": "支教", "responsible": "王五（教研室）"}],
        }
    ],
    "activities": [{"date": "2022-10-20", "activity": "示范课", "responsible": ["李四老师", "语文组"]}],
    "assignments": [
        {"teacher": "孟浩然", "kind": "跟岗", "origin": "a", "destination": "a", "period": "2022年"},
        {"kind": "跟岗", "origin": "a", "destination": "a", "period": "2022年"},
    ],
}
LEDGER = {
    "gongjian": "ledger/v1",
    "plan": "a",
    "records": [
        {"id": "1", "date": "2022-10-20", "activity": "示范课", "teacher": "魏某", "responsible": "钱七"}
    ],
}


def test_all_the_names_of_a_plan_in_its_order() -> None:
    assert names_in(Plan.model_validate(PLAN)) == (
        "张三丰", "欧阳修", "刘某", "黄某某", "葉文潔", "于洋", "孟浩然", "范仲某", "全红某", "柳某", "王五", "李四",
    )  # fmt: skip


def test_those_of_the_ledger_too() -> None:
    plan, ledger = Plan.model_validate(PLAN), Ledger.model_validate(LEDGER)
    assert names_in(plan, ledger)[-2:] == ("魏某", "钱七")


OFFICES = [
    "校长", "副校长", "各股室负责人", "教导处", "县教研室", "永利小学", "安全处", "后勤", "工会", "党建办", "德育處", "教導主任",
    "向阳小学", "王校长", "柏老师", "张", "", "双方", "全体教师", "家委会", "第一责任人", "时任校长", "待定", "單位負責人", "责任督学",
    "各年级组长", "班主任", "高一年级组",
]  # fmt: skip


@pytest.mark.parametrize(
    "text", [*OFFICES, "普教科", "甲校", "高中部", "a", "yongli", "牵头校", "成员校", "語文組"]
)
@pytest.mark.parametrize("field", ["person", "answer"])
def test_offices_units_and_schools_are_no_names(text: str, field: Field) -> None:
    assert names(text, field) == ()


@pytest.mark.parametrize("text", OFFICES)
def test_an_office_is_none_in_a_field_for_names_either(text: str) -> None:
    assert names(text, "name") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("张三", ("张三",)),
        ("张三、李四，王五；赵六", ("张三", "李四", "王五", "赵六")),
        ("张三 李四", ("张三", "李四")),
        ("李　四", ("李四",)),
        ("副校长张和平", ("张和平",)),
        ("常务副校长林某", ("林某",)),
        ("张永生老师", ("张永生",)),
        ("张三等", ("张三",)),
        ("诸葛孔明", ("诸葛孔明",)),
        ("万俟某", ("万俟某",)),
        ("張三豐", ("張三豐",)),
        ("阿依古丽·买买提", ("阿依古丽·买买提",)),
        ("王××", ("王××",)),
        ("教研室、张三", ("张三",)),
    ],
)
@pytest.mark.parametrize("field", ["name", "person", "answer"])
def test_names_are_found_among_posts_and_units(text: str, found: tuple[str, ...], field: Field) -> None:
    assert names(text, field) == found


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("全玉兰", {"name", "person"}),
        ("項目辦", {"name"}),
        ("後浪", {"name", "person"}),
        ("彝伊合", {"name"}),
        ("John Smith", {"name"}),
        ("李梦瑶瑶", {"name"}),
        ("张伟", {"name", "person", "answer"}),
    ],
)
def test_a_field_for_names_is_believed(text: str, fields: set[Field]) -> None:
    kinds: tuple[Field, ...] = ("name", "person", "answer")
    assert {field for field in kinds if names(text, field)} == fields


@pytest.mark.parametrize(
    ("name", "surname"),
    [("张三", "张"), ("欧阳修", "欧阳"), ("歐陽修", "歐陽"), ("欧阳", "欧"), ("爱新觉罗某", "爱新觉罗"), ("彝某", ""), ("", "")],
)  # fmt: skip
def test_surnames(name: str, surname: str) -> None:
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("name", "masked"), [("王某", True), ("王某某", True), ("欧阳某", True), ("王某人", False), ("王", False), ("某某", False)]
)  # fmt: skip
def test_masked_names(name: str, masked: bool) -> None:
    assert is_masked(name) is masked


def test_a_pattern_finds_the_longer_name_and_the_wide_one() -> None:
    pattern = pattern_of(["李四", "李四光", "买买提·明", "Ann"])
    text = "李四光、李　四、买买提•明、Anna、Ann"
    assert [plain_name(match[0]) for match in pattern.finditer(text)] == [
        "李四光",
        "李四",
        "买买提·明",
        "Ann",
    ]
    assert pattern_of([]).search(text) is None
