"""People and the bodies they sit in: leaders, members, those responsible."""

from typing import Annotated, Any, ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from gongjian.model.base import ONE_OR_MORE, Identifier, Model, Paragraphs, Text, Texts, entry


class Person(Model, title="人员"):
    """A person, or an office whoever holds it; a bare name stands for a person."""

    shorthand: ClassVar[tuple[str, ...]] = ("string",)
    one_of: ClassVar[tuple[str, ...]] = ("name", "post")

    name: Text | None = entry("姓名", "姓名；公开的文件里写姓加“某”", "王某某", default=None)
    post: Texts = entry(
        "职务", "职务；兼任几职的写成列表，只写职务不写姓名也可以", "校长", ["书记", "校长"], default=()
    )
    school: Identifier | None = entry("学校", "所在学校（学校编号）", "yongli", default=None)
    unit: Text | None = entry("单位", "不在本方案学校任职的人的单位", "县教育局教研室", default=None)
    duty: Text | None = entry("分工", "在本方案里负责什么", "统筹教师交流", default=None)
    phone: Text | None = entry("电话", "联系电话；公开的文件里不要写", "0575-XXXXXXX", default=None)

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: object) -> object:
        return {"name": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _is_somebody(self) -> "Person":
        if not self.name and not self.post:
            raise PydanticCustomError(
                "nobody", "没有写是谁：姓名与职务至少要写一项", {"hint": "如 {name: 王某某, post: 校长}"}
            )
        return self


People = Annotated[tuple[Person, ...], ONE_OR_MORE]
"""One person or a list of them."""


class Office(Model, title="办公室"):
    """The office (办公室) that does a leading group's daily work."""

    at: Text | None = entry("设在", "办公室设在哪里", "教导处", default=None)
    head: Person | None = entry(
        "主任", "办公室主任", {"name": "项某某", "post": "教育股负责人"}, default=None
    )
    members: People = entry("成员", "办公室成员", ["刘某", "黄某某"], default=())
    duties: Paragraphs = entry("职责", "办公室做什么", "负责方案的组织实施和日常协调。", default=())


class Leadership(Model, title="领导小组"):
    """The leading group (领导小组) of a plan."""

    heading: Text | None = entry("小标题", "公文里这一部分的标题", "组织领导", default=None)
    name: Text = entry("名称", "机构名称", "结对共建工作领导小组", default="领导小组")
    text: Paragraphs = entry("正文", "名单前的说明", "为保证各项工作落实，成立领导小组。", default=())
    leader: Person | None = entry("组长", "领导小组组长", {"name": "王某某", "post": "校长"}, default=None)
    deputies: People = entry("副组长", "副组长，可以几人", [{"name": "柳某", "post": "副校长"}], default=())
    members: People = entry(
        "成员", "成员；可以只写姓名，也可以只写职务", ["刘某", {"post": "各股室负责人"}], default=()
    )
    office: Office | None = entry("办公室", "领导小组办公室", {"at": "教导处"}, default=None)

    def people(self) -> "list[tuple[tuple[str | int, ...], str, Person]]":
        """List everybody with the path below `leadership` and the Chinese name of the role."""
        listed: list[tuple[tuple[str | int, ...], str, Person]] = []
        if self.leader:
            listed.append((("leader",), "组长", self.leader))
        listed += [(("deputies", i), "副组长", person) for i, person in enumerate(self.deputies)]
        listed += [(("members", i), "成员", person) for i, person in enumerate(self.members)]
        if self.office:
            if self.office.head:
                listed.append((("office", "head"), "办公室主任", self.office.head))
            listed += [(("office", "members", i), "办公室成员", p) for i, p in enumerate(self.office.members)]
        return listed


def responsible(title: str = "责任人", description: str = "谁负责：姓名、职务或科室") -> Any:
    """Declare the field that names who answers for something."""
    return entry(title, description, "柳某", ["普教科", "教研室"], default=())
