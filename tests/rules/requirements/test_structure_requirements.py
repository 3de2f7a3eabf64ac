"""GJ312: members of a lead over all its groups, leads without any, schools of an area, modes."""

SCHOOLS = [{"id": name, "name": f"{name}小学"} for name in "abcdef"]
MEMBERS = {"kind": "structure", "what": "成员校", "per": "牵头校", "quota": "2-3所"}


def test_the_members_of_a_lead_are_counted_over_all_its_groups(said):
    groups = [{"lead": "a", "members": ["b"]}, {"lead": "a", "members": ["c"]}]
    assert said(MEMBERS, schools=SCHOOLS, groups=groups) == []
    assert said({**MEMBERS, "per": "结对"}, schools=SCHOOLS, groups=groups) == [
        "GJ312 “a小学”的成员校有1个，应为2至3所",
        "GJ312 “a小学”的成员校有1个，应为2至3所",
    ]


def test_a_member_in_two_groups_of_a_lead_counts_once(said):
    groups = [{"lead": "a", "members": ["b"]}, {"lead": "a", "mode": "融合型", "members": ["b"]}]
    assert said(MEMBERS, schools=SCHOOLS, groups=groups) == ["GJ312 “a小学”的成员校有1个，应为2至3所"]


def test_a_lead_that_leads_nobody_is_found(said, check):
    schools = [*SCHOOLS, {"id": "g", "name": "g小学", "role": "牵头校"}]
    plan = {"schools": schools, "groups": [{"lead": "a", "members": ["b", "c"]}]}
    assert said(MEMBERS, **plan) == ["GJ312 “g小学”的成员校有0个，应为2至3所"]
    (finding,) = check(MEMBERS, **plan)
    assert finding.at == ("schools", 6)


def test_only_groups_of_the_mode_are_counted(said):
    requirement = {**MEMBERS, "applies": {"mode": "融合型"}}
    groups = [
        {"lead": "a", "mode": "融合型", "members": ["b"]},
        {"lead": "a", "members": ["c"]},
        {"lead": "d", "members": ["e"]},
    ]
    assert said(requirement, schools=SCHOOLS, groups=groups) == ["GJ312 “a小学”的成员校有1个，应为2至3所"]


def test_the_pairs_of_a_plan_are_counted(said):
    requirement = {"kind": "structure", "what": "结对", "quota": "=3对"}
    groups = [{"lead": "a", "members": ["b", "c"]}]
    assert said(requirement, schools=SCHOOLS, groups=groups) == ["GJ312 方案的结对有2个，应为3对"]
    assert said(requirement, schools=SCHOOLS, groups=[*groups, {"lead": "d", "members": ["e"]}]) == []


def test_schools_of_an_area_are_counted_and_those_that_do_not_say(said, check):
    urban = {"kind": "structure", "what": "牵头校", "per": "结对", "area": ["城区", "镇区"], "quota": "=1所"}

    def plan(**lead):
        member = {"id": "b", "name": "b小学", "role": "成员校"}
        return {"schools": [{"id": "a", "name": "a小学", "role": "牵头校", **lead}, member]}

    assert said(urban, **plan(area="城区")) == said(urban, **plan(area="镇区")) == said(urban, **plan()) == []
    assert said(urban, **plan(area="乡村")) == ["GJ312 “a小学”这一对的城区或镇区牵头校有0个，应为1所"]
    assert check(urban, **plan(area="乡村"))[0].hint == "核对结对名单（schools 的 role、area，或 groups）"
