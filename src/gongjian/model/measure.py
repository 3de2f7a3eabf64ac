"""What a plan promises: text blocks, measures, and the commitments in them."""

from typing import Annotated, ClassVar, Literal

from pydantic import ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from gongjian.model.base import ONE_OR_MORE, Identifier, Model, Paragraphs, Percent, Text, Texts, entry
from gongjian.model.dates import MonthDay
from gongjian.model.people import responsible
from gongjian.model.quota import Period, Quantity, Quota

Direction = Literal["派出", "派入", "互派", "对等"]


class Block(Model, title="段落与要点"):
    """Paragraphs and numbered points under a heading the author may choose."""

    shorthand: ClassVar[tuple[str, ...]] = ("string", "array")

    heading: Text | None = entry("小标题", "这一部分的标题；不写则用通行的标题", "工作目标", default=None)
    text: Paragraphs = entry("正文", "段落；空一行分段", "坚持资源共享、优势互补。", default=())
    points: "tuple[Block, ...]" = entry(
        "要点",
        "分条列出；每条可以只写一段话，也可以再有小标题和要点",
        ["资源共享。", "优势互补。"],
        default=(),
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str | list | tuple) else value


class Milestone(Model, title="进度"):
    """A share of a commitment that is due by a day of the year."""

    by: MonthDay = entry("截止", "某月某日之前（含）", "06-30", "9月底")
    percent: Percent = entry("完成比例", "到这一天累计完成的比例", "30%")


Quantities = Annotated[tuple[Quantity, ...], ONE_OR_MORE]


class Commitment(Model, title="承诺"):
    """A promise (承诺/指标): what kind of activity, by whom, how much."""

    wants: ClassVar[tuple[str, str, str] | None] = ("text", r"\{指标\}", "quota")

    id: Identifier = entry("编号", "方案里引用这项承诺时用的简短编号", "demo")
    activity: Text = entry("活动类型", "承诺的是哪一类活动", "示范课")
    quota: Quantities = entry(
        "指标", "数量、期限和范围；有几个条件的写成列表", "≥5次/学年", ["≥20节/年", "≥2门/年"], default=()
    )
    by: Texts = entry("承担方", "由谁来做：牵头校、成员校或学校编号", "牵头校", default=())
    to: Texts = entry("对象", "对谁做：成员校、学校编号或人群", "成员校", "中青年教师", default=())
    direction: Direction | None = entry("方向", "人员往哪边去", "互派", default=None)
    base: Text | None = entry("占比基数", "指标是比例时，占什么的比例", "符合条件教师", default=None)
    audience: Text | None = entry("人群", "只对哪些人：学段、性别、职务等", "中学教师", default=None)
    when: Text | None = entry("时间", "通常在什么时候", "学期初", default=None)
    text: Text | None = entry(
        "正文",
        "公文里的句子，{指标} 处由程序写入指标；不写则由程序造句",
        "选派优秀教师到成员校上示范课，{指标}。",
        default=None,
        json_schema_extra={"pattern": "^([^{]|\\{指标\\})*$"},
    )
    soft: bool = entry("争取", "是努力方向（争取、原则上），不是硬指标", True, default=False)
    milestones: tuple[Milestone, ...] = entry(
        "进度", "分几步完成", [{"by": "06-30", "percent": "30%"}], default=()
    )
    responsible: Texts = responsible()
    evidence: Texts = entry("佐证", "拿什么证明做到了", "签到表", ["教案", "听课记录"], default=())
    note: Text | None = entry("备注", "其他要说明的", "以台账为准", default=None)

    @property
    def period(self) -> Period | None:
        """The period that its first quota with one counts in."""
        return next((quota.period for quota in self.quota if isinstance(quota, Quota) and quota.period), None)

    @field_validator("text")
    @classmethod
    def _places_the_quota(cls, text: str | None, info: ValidationInfo) -> str | None:
        """Allow the one placeholder, and only where there is a quota for it (`quota` is read before `text`)."""
        if text and "{" in text:
            text = text.replace("{指標}", "{指标}")
        if text and "{" in text.replace("{指标}", ""):
            raise PydanticCustomError(
                "placeholder",
                "里只能用 {place} 这一个占位",
                {"place": "{指标}", "hint": "花括号是占位的记号，文字里用圆括号"},
            )
        if text and "{指标}" in text and "quota" in info.data and not info.data["quota"]:
            raise PydanticCustomError(
                "placeholder",
                "里有 {place}，可是没有写指标",
                {"place": "{指标}", "hint": "加上 quota，如 quota: ≥2次/学期"},
            )
        return text


class Measure(Model, title="工作措施"):
    """One measure (工作措施): a heading, its text, the promises made under it."""

    heading: Text = entry("小标题", "这项措施的名称", "教师交流")
    text: Paragraphs = entry("正文", "段落；空一行分段", "双方学校互派教师。", default=())
    points: tuple[Block, ...] = entry("要点", "分条列出的做法", ["开展师徒结对。"], default=())
    commitments: tuple[Commitment, ...] = entry(
        "承诺", "这项措施里的指标", [{"id": "demo", "activity": "示范课", "quota": "≥5次/学年"}], default=()
    )
    responsible: Texts = responsible("责任单位", "哪个科室或谁负责")
    deadline: MonthDay | None = entry("完成时限", "每年什么时候之前完成", "06-15", "11月底", default=None)
