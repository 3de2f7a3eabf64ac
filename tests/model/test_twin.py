"""A file in Traditional characters as its Simplified twin."""

from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.model.twin import twin_of_data, twin_of_model


def twin(data: object) -> object:
    return twin_of_data(Plan, data)


def test_keys_and_choices_are_converted_and_texts_are_not() -> None:
    given = {
        "標題": "龍山小學方案",
        "mode": "結對共建",
        "學校": [{"編號": "龍山", "角色": "牽頭校", "所在地": "鄉村", "備註": "鄉村"}],
        "公文": {"附件": ["活動安排表", "领导小组名单"], "緊急程度": None},
        "組織領導": {"組長": "范某", "成員": ["葉某", {"職務": "組長"}]},
    }
    assert twin(given) == {
        "标题": "龍山小學方案",
        "mode": "结对共建",
        "学校": [{"编号": "龍山", "角色": "牵头校", "所在地": "乡村", "备注": "鄉村"}],
        "公文": {"附件": ["活动安排表", "领导小组名单"], "紧急程度": None},
        "组织领导": {"组长": "范某", "成员": ["葉某", {"职务": "組長"}]},
    }


def test_words_for_the_parties_are_choices() -> None:
    given = {"工作措施": [{"承諾": [{"承擔方": "牽頭校", "對象": ["成員校", "中青年教師"]}]}]}
    assert twin(given) == {"工作措施": [{"承诺": [{"承担方": "牵头校", "对象": ["成员校", "中青年教師"]}]}]}


def test_what_the_schema_does_not_know_stays_as_written() -> None:
    given = {"標提": "x", "結對模式": "結對共健", "學校": "龍山小學", 3: {"標題": "x"}, "備註": {"標題": "x"}}
    assert twin(given) == {
        "標提": "x",
        "结对模式": "結對共健",
        "学校": "龍山小學",
        3: {"標題": "x"},
        "備註": {"標題": "x"},
    }


def test_a_key_that_is_there_already_is_not_written_over() -> None:
    assert twin({"標題": "甲", "title": "乙"}) == {"标题": "甲", "title": "乙"}
    assert twin({"標題": "甲", "标题": "乙"}) == {"標題": "甲", "标题": "乙"}
    assert twin({"標題": "甲", "標题": "乙"}) == {"标题": "甲", "標题": "乙"}


def test_what_is_no_mapping_passes_through() -> None:
    assert twin(["標題"]) == ["標題"]
    assert twin(None) is None


def test_requirements_of_several_kinds() -> None:
    given = {
        "要求": [
            {"kind": "structure", "數量": "≥1所", "對象": "牽頭校"},
            {"kind": "quota", "指標": "≥1次/學期"},
        ]
    }
    converted = twin_of_data(Policy, given)
    assert converted == {
        "要求": [
            {"kind": "structure", "數量": "≥1所", "对象": "牵头校"},
            {"kind": "quota", "指标": "≥1次/學期"},
        ]
    }


def test_a_whole_model() -> None:
    plan = Plan.model_construct(title="龍山小學", schools=(), id="龍山")
    assert twin_of_model(plan).title == "龙山小学"
