"""Schools and how they are paired."""

from typing import Any, Literal

from gongjian.model.base import Count, Identifier, Identifiers, Model, Text, entry

Role = Literal["牵头校", "成员校", "参与单位"]
Area = Literal["城区", "镇区", "乡村"]
Stage = Literal[
    "幼儿园", "小学", "初中", "九年一贯制", "高中", "完全中学", "十二年一贯制", "特殊教育", "职业教育"
]
PartyKind = Literal["学校", "学部", "校区", "教学点", "机构"]
Mode = Literal[
    "结对共建", "融合型", "共建型", "协作型", "结对帮扶", "支教", "跟岗", "联盟", "共同体", "手拉手"
]  # fmt: skip


def _named_like_its_id(fields: dict[str, Any]) -> str:
    return str(fields.get("id", ""))


class School(Model, title="学校"):
    """A party to the plan: a school, one of its sections or campuses, or another body."""

    id: Identifier = entry("编号", "方案里引用这所学校时用的简短编号", "yongli")
    name: Text = entry(
        "校名",
        "规范全称；仓库有学校名册时，可以只写名册里的编号，不写校名",
        "永利小学",
        default_factory=_named_like_its_id,
    )
    short: Text | None = entry("简称", "正文里的简称", "一完小", default=None)
    role: Role | None = entry(
        "角色",
        "在本方案中的角色；县级方案由结对关系（groups）说明，可以不写",
        "牵头校",
        "成员校",
        default=None,
    )
    area: Area | None = entry("所在地", "城区、镇区还是乡村", "乡村", default=None)
    stage: Stage | None = entry("学段", "学段", "小学", "九年一贯制", default=None)
    kind: PartyKind = entry("类别", "学校、学部、校区、教学点，或不是学校的机构", "学部", default="学校")
    parent: Identifier | None = entry("所属学校", "学部、校区所属学校的编号", "huangtian", default=None)
    code: Text | None = entry("学校标识码", "教育部学校（机构）标识码", "2133001234", default=None)
    teachers: Count | None = entry("教师数", "在编教师人数", 68, default=None)
    students: Count | None = entry("学生数", "在校学生人数", 1120, default=None)
    classes: Count | None = entry("班级数", "教学班数", 24, default=None)
    note: Text | None = entry("备注", "其他要说明的", "2022年新并入", default=None)

    @property
    def has_name(self) -> bool:
        """Whether the plan names it, or the registry did; else it goes by its id."""
        return "name" in self.model_fields_set


class Group(Model, title="结对关系"):
    """One lead school and the members it is paired with (a 教共体, a 结对)."""

    id: Identifier | None = entry("编号", "结对关系的编号", "gushi", default=None)
    name: Text | None = entry("名称", "这一组的名称", "实验小学教共体", default=None)
    mode: Mode | None = entry("结对模式", "这一组的模式；不写则同全文", "融合型", default=None)
    lead: Identifier = entry("牵头校", "牵头校（核心校）的编号", "shiyan")
    members: Identifiers = entry("成员校", "成员校的编号", ["kengxi"], ["jushui", "zhukou"])
    note: Text | None = entry("备注", "其他要说明的", "帮扶玉岩片区", default=None)
