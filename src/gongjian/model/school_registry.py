"""The registry (学校名册): the schools of a county, and optionally its teachers, `gongjian: registry/v1`."""

from functools import cached_property
from typing import Literal

from gongjian.model.base import Identifier, Model, Text, Texts, entry
from gongjian.model.dates import FirstDay
from gongjian.model.school import Area, PartyKind, School, Stage
from gongjian.model.school_names import name_key

Standing = Literal["优质", "一般", "薄弱"]


class RegisteredSchool(Model, title="学校"):
    """A school of the county, or one of its sections or campuses."""

    id: Identifier | None = entry(
        "编号", "方案可以用这个编号代替校名；不写则只能用校名", "kengxi", default=None
    )
    name: Text = entry("校名", "规范全称", "庆元县坑西小学")
    aliases: Texts = entry("别名", "简称、旧称、合并前的名称", "坑西完小", ["坑西小学", "坑小"], default=())
    code: Text | None = entry("学校标识码", "教育部学校（机构）标识码", "2133001234", default=None)
    area: Area | None = entry("所在地", "城区、镇区还是乡村", "乡村", default=None)
    stage: Stage | None = entry("学段", "学段", "小学", "九年一贯制", default=None)
    level: Standing | None = entry(
        "办学水平", "优质（强校）、一般还是薄弱（弱校）；薄弱校都要结对", "薄弱", default=None
    )
    kind: PartyKind = entry("类别", "学校、学部、校区、教学点，或不是学校的机构", "校区", default="学校")
    parent: Text | None = entry(
        "所属学校", "学部、校区、教学点所属学校的编号或校名", "huangtian", "黄田中心学校", default=None
    )
    note: Text | None = entry("备注", "其他要说明的", "2022年并入", default=None)

    @cached_property
    def key(self) -> str:
        """What tells the school from all others: its name, however it is spaced."""
        return name_key(self.name)


class Teacher(Model, title="教师"):
    """A teacher of one of the schools."""

    id: Identifier | None = entry("编号", "教师的编号，如工号", "t0012", default=None)
    name: Text = entry("姓名", "姓名；公开的文件里写姓加“某”", "孟某某")
    school: Text = entry("学校", "所在学校的编号或校名", "kengxi", "庆元县坑西小学")
    post: Texts = entry("职务", "职务；兼任几职的写成列表", "教导主任", default=())
    subject: Texts = entry("任教学科", "任教学科", "数学", ["数学", "英语"], default=())
    sex: Literal["男", "女"] | None = entry("性别", "性别", "女", default=None)
    born: FirstDay | None = entry("出生年月", "出生年月", "1980-05", default=None)
    note: Text | None = entry("备注", "其他要说明的", "市级骨干教师", default=None)


class Registry(Model, title="学校名册"):
    """The schools of a county (学校名册)."""

    gongjian: Literal["registry/v1"] = entry("文件类型", "说明这是哪一种文件，写在第一行", "registry/v1")
    name: Text | None = entry("名称", "名册的名称", "庆元县中小学名册", default=None)
    schools: tuple[RegisteredSchool, ...] = entry(
        "学校",
        "一所学校一项；学部、校区另写一项，用“所属学校”连起来",
        [{"id": "kengxi", "name": "庆元县坑西小学", "area": "乡村", "stage": "小学", "level": "薄弱"}],
        min_length=1,
    )
    teachers: tuple[Teacher, ...] = entry(
        "教师", "教师名册；可以不写", [{"name": "孟某某", "school": "kengxi", "subject": "数学"}], default=()
    )

    @cached_property
    def by_name(self) -> dict[str, RegisteredSchool]:
        """The schools by official name, as `name_key` gives it; of two with one name, the first."""
        return {school.key: school for school in reversed(self.schools)}

    @cached_property
    def by_alias(self) -> dict[str, RegisteredSchool]:
        """The schools by each of their other names."""
        return {name_key(alias): school for school in reversed(self.schools) for alias in school.aliases}

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Every name of every school, as `name_key` gives it, with the official one."""
        return tuple(
            (name_key(name), school.name)
            for school in self.schools
            for name in (school.name, *school.aliases)
        )

    @cached_property
    def by_id(self) -> dict[str, RegisteredSchool]:
        """The schools that have an id, by it."""
        return {school.id: school for school in reversed(self.schools) if school.id}

    @cached_property
    def teachers_of(self) -> dict[str, list[Teacher]]:
        """The teachers of each school, by the school's key."""
        found: dict[str, list[Teacher]] = {}
        for teacher in self.teachers:
            if school := self.find(teacher.school):
                found.setdefault(school.key, []).append(teacher)
        return found

    def named(self, name: str) -> RegisteredSchool | None:
        """Find a school by its official name, or else by another one."""
        key = name_key(name)
        return self.by_name.get(key) or self.by_alias.get(key)

    def is_official(self, name: str) -> bool:
        """Tell whether a name is the official one of a school."""
        return name_key(name) in self.by_name

    def find(self, reference: str) -> RegisteredSchool | None:
        """Find a school by its id or by one of its names."""
        return self.by_id.get(reference) or self.named(reference)

    def school_of(self, school: School) -> RegisteredSchool | None:
        """Find the school that a plan means: by the name it gives, or by the id when it gives none."""
        return self.named(school.name) if school.has_name else self.by_id.get(school.id)

    def parent_of(self, school: RegisteredSchool) -> RegisteredSchool | None:
        """Find the school that a section or campus belongs to."""
        return self.find(school.parent) if school.parent else None
