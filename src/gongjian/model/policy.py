"""The policy pack (政策包): requirements drawn from one policy paper, `policy/v1`.

Each requirement cites its clause and says in our own words what it asks. What cannot be
checked is listed too, with the reason, so that nothing of the paper is lost.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from gongjian.model.activity import AssignmentKind
from gongjian.model.base import ONE_OR_MORE, Identifier, Identifiers, Model, Percent, Text, Texts, entry
from gongjian.model.dates import Day, MonthDay
from gongjian.model.finding import Severity
from gongjian.model.kind_entry import KindEntries
from gongjian.model.kinds import Kind
from gongjian.model.measure import Direction, Milestone, Quantities
from gongjian.model.plan import Level
from gongjian.model.school import Area, Mode, Role, Stage

Modes = Annotated[tuple[Mode, ...], ONE_OR_MORE]
Levels = Annotated[tuple[Level, ...], ONE_OR_MORE]
Stages = Annotated[tuple[Stage, ...], ONE_OR_MORE]
Areas = Annotated[tuple[Area, ...], ONE_OR_MORE]
Expression = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=2000)
]
AssignmentKinds = Annotated[tuple[AssignmentKind, ...], ONE_OR_MORE]


class Applies(Model, title="适用范围"):
    """Which plans something applies to; what is not told applies to all."""

    mode: Modes = entry("结对模式", "适用的结对模式", "共建型", ["融合型", "共建型"], default=())
    level: Levels = entry("层级", "适用哪一级的方案", "校级", default=())
    stage: Stages = entry("学段", "成员校中有这一学段时适用", "初中", default=())
    area: Areas = entry("所在地", "成员校中有这一类学校时适用", "乡村", default=())
    role: Role | None = entry("角色", "只适用于由这一方发文的方案", "牵头校", default=None)
    region: Text | None = entry("地区", "适用的地区（以此开头）", "浙江省丽水市", default=None)


class PolicyDocument(Model, title="政策文件"):
    """The paper that the requirements are drawn from."""

    title: Text = entry("名称", "文件名称，不带书名号", "松阳县城乡教育共同体建设实施方案")
    number: Text | None = entry("文号", "发文字号", "国发〔2016〕40号", default=None)
    issuer: Text = entry("发文单位", "发文单位", "松阳县教育局")
    date: Day | None = entry("成文日期", "成文日期", "2016-07-02", default=None)


class Requirement(Model, title="要求"):
    """What every requirement says, whatever its kind."""

    id: Identifier = entry("编号", "要求的编号，在政策包里不重复", "sync-lessons")
    kind: str = entry("类别", "要求的类别", "quota")
    clause: Text = entry("条款", "在文件的哪一条", "三（三）")
    text: Text = entry("内容", "要求什么，用自己的话写", "每对教共体一年内同步课堂不少于20节、2门学科。")
    severity: Severity = entry("程度", "没有做到时的程度", "error", "warning", "info", default="error")
    applies: Applies | None = entry("适用", "只适用于一部分方案时写明", {"mode": "共建型"}, default=None)
    soft: bool = entry(
        "争取", "是努力方向（争取、一般、原则上），不是硬要求：没有做到只提示", True, default=False
    )


class QuotaRequirement(Requirement, title="指标要求"):
    """So much of a kind of activity."""

    kind: Literal["quota"] = entry("类别", "要求的类别", "quota")
    activity: Text = entry("活动类型", "哪一类活动", "同步课堂")
    quota: Quantities = entry(
        "指标", "至少（至多）多少；几个条件写成列表", "≥2次/学期", ["≥20节/年", "≥2门/年"], min_length=1
    )
    by: Role | None = entry("承担方", "由哪一方承担", "牵头校", default=None)
    direction: Direction | None = entry("方向", "人员往哪边去", "互派", default=None)
    audience: Text | None = entry("对象", "只对哪些人：学段、性别、职务等", "中学教师", default=None)


class RatioRequirement(Requirement, title="比例要求"):
    """A share of some people or things in others."""

    kind: Literal["ratio"] = entry("类别", "要求的类别", "ratio")
    numerator: Text = entry("分子", "占比的是什么", "交流教师")
    denominator: Text = entry("分母", "占什么的比例", "符合条件教师")
    quota: Quantities = entry("指标", "比例", "≥10%/学年", min_length=1)


class EligibilityRequirement(Requirement, title="条件要求"):
    """What a person who is sent must fulfil."""

    kind: Literal["eligibility"] = entry("类别", "要求的类别", "eligibility")
    of: AssignmentKinds = entry("交流形式", "对哪些交流人员", "支教", ["支教", "轮岗"])
    attribute: Literal["年龄", "周课时", "时长"] = entry("条件", "看哪一项", "年龄")
    quota: Quantities = entry("指标", "界限", "≤50岁", "≥12课时/周", min_length=1)
    sex: Literal["男", "女"] | None = entry("性别", "只对男教师或女教师", "男", default=None)
    stage: Stages = entry("学段", "只对接收学校是这一学段的", "初中", default=())


class ExclusionRequirement(Requirement, title="排除要求"):
    """Who must not be sent."""

    kind: Literal["exclusion"] = entry("类别", "要求的类别", "exclusion")
    of: AssignmentKinds = entry("交流形式", "对哪些交流人员", "支教")
    conditions: Texts = entry("情形", "有这些情形的不得选派", ["患病", "怀孕", "哺乳期"], min_length=1)


class CoverageRequirement(Requirement, title="覆盖要求"):
    """Every one of some schools must have a share in something."""

    kind: Literal["coverage"] = entry("类别", "要求的类别", "coverage")
    of: Literal["成员校"] = entry("范围", "要覆盖哪些学校", "成员校", default="成员校")
    activity: Text = entry("活动类型", "用哪一类活动或交流覆盖", "送教", "支教")
    percent: Percent = entry("比例", "覆盖多少", "100%", default=100.0)


class StructureRequirement(Requirement, title="结构要求"):
    """How the pairing is put together."""

    kind: Literal["structure"] = entry("类别", "要求的类别", "structure")
    what: Literal["成员校", "牵头校", "结对"] = entry("对象", "数什么", "成员校")
    per: Literal["牵头校", "结对", "方案"] = entry("范围", "按什么数", "牵头校", default="方案")
    area: Areas = entry("所在地", "只数这些地方的学校；没有写所在地的学校也数", "乡村", default=())
    quota: Quantities = entry("指标", "多少", "2-3所", "=6对", min_length=1)


class MilestoneRequirement(Requirement, title="进度要求"):
    """Shares of a kind of activity that are due by days of the year."""

    kind: Literal["milestone"] = entry("类别", "要求的类别", "milestone")
    activity: Text = entry("活动类型", "哪一类活动", "同步课堂")
    milestones: tuple[Milestone, ...] = entry(
        "进度", "到什么时候完成多少", [{"by": "6月底", "percent": "30%"}], min_length=1
    )


class DeadlineRequirement(Requirement, title="时限要求"):
    """Something is due by a day of the year: a measure, the plan itself, or the summary."""

    kind: Literal["deadline"] = entry("类别", "要求的类别", "deadline")
    of: Literal["措施", "方案", "总结"] = entry(
        "对象",
        "措施的完成时限；方案的成文日期；总结的时间（活动安排或措施里的）",
        "措施",
        default="措施",
    )
    topic: Texts = entry(
        "事项", "措施的小标题或正文里有这些词之一的", "宣传", ["典型案例", "案例"], default=()
    )
    by: MonthDay = entry("截止", "某月某日之前（含）", "11-30", "6月底")

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if self.of == "措施" and not self.topic:
            raise PydanticCustomError(
                "contradiction", "没有写事项", {"hint": "写 topic，如 topic: [宣传]；或者写 of: 方案"}
            )
        return self


class LeadershipRequirement(Requirement, title="领导要求"):
    """Somebody must hold a role in the leading group."""

    kind: Literal["leadership"] = entry("类别", "要求的类别", "leadership")
    role: Literal["组长", "副组长", "成员", "办公室主任"] = entry("组内职务", "组内职务", "组长")
    post: Texts = entry(
        "职务", "由担任这些职务之一的人担任；不写则谁都可以", "校长", ["局长", "书记"], default=()
    )


class SectionRequirement(Requirement, title="内容要求"):
    """The plan must speak of something."""

    kind: Literal["section"] = entry("类别", "要求的类别", "section")
    topic: Texts = entry(
        "词语", "方案的标题或正文里要有这些词之一", "考核", ["师徒结对", "结对子"], min_length=1
    )


class AssessmentRequirement(Requirement, title="考核要求"):
    """How the joint assessment (捆绑考核) weighs lead and members, in per cent that sum to 100."""

    kind: Literal["assessment"] = entry("类别", "要求的类别", "assessment")
    lead: Percent = entry("牵头校", "牵头校自身得分的权重", "80%")
    members: Percent = entry("成员校", "全部成员校得分的权重，几所成员校平分", "20%")
    exempt_rise: int | None = entry(
        "例外名次", "成员校名次上升不少于这么多时，牵头校按自身得分计", 5, default=None
    )


class ExpressionRequirement(Requirement, title="表达式要求"):
    """What no other kind can say: a CEL expression over the plan that must be true.

    Source of the language: the Common Expression Language (CEL) specification.
    """

    kind: Literal["expression"] = entry("类别", "要求的类别", "expression")
    expression: Expression = entry(
        "表达式",
        "CEL 表达式，结果为 true 才算做到；能用的名字见 docs/policies.md",
        'members.all(s, s.area == "乡村")',
        "months(plan.period) >= 10",
    )
    place: Text = entry("位置", "没有做到时指到方案的哪一项", "schools", default="title")
    hint: Text | None = entry("改法", "没有做到时怎样改", "成员校应是乡村学校", default=None)


AnyRequirement = Annotated[
    QuotaRequirement
    | RatioRequirement
    | EligibilityRequirement
    | ExclusionRequirement
    | CoverageRequirement
    | StructureRequirement
    | MilestoneRequirement
    | DeadlineRequirement
    | LeadershipRequirement
    | SectionRequirement
    | AssessmentRequirement
    | ExpressionRequirement,
    Field(discriminator="kind"),
]


class Unchecked(Model, title="不检查的内容"):
    """A number or rule of the paper that no check can hold a plan against, and why."""

    clause: Text = entry("条款", "在文件的哪一条", "三（一）")
    text: Text = entry("内容", "说的是什么，用自己的话写", "全省新增1500家结对学校。")
    reason: Text = entry("理由", "为什么不检查", "是全省的任务数，不是对一份方案的要求")


class Example(Model, title="例子"):
    """A plan, as far as it matters, and which requirements it leaves unmet: a test of the pack."""

    title: Text = entry("名称", "这个例子说明什么", "同步课堂少了一门学科")
    like: Text | None = entry(
        "照着", "照着前面哪一个例子（名称）写；plan 里写了的不照", "全做到", default=None
    )
    plan: dict[str, Any] = entry(
        "方案",
        "方案里与要求有关的部分；其余由程序补成一份完整的方案",
        {"measures": [{"heading": "同步课堂"}]},
        default={},
    )
    change: dict[Text, Any] = entry(
        "改动",
        "改方案里的哪些内容：编号或小标题，改成什么；只写指标就是改指标",
        {"sync": ["≥20节/年", "≥1门/年"], "宣传": {"deadline": "12月底"}},
        default={},
    )
    without: Texts = entry(
        "去掉", "去掉方案里的哪些内容：编号、小标题或者整段文字", "sync", ["监督检查"], default=()
    )
    unmet: Identifiers = entry(
        "没有做到", "应当报出哪些要求（编号）；全做到就不写", ["sync-lessons"], default=()
    )


class Policy(Model, title="政策包"):
    """A policy pack (政策包)."""

    gongjian: Literal["policy/v1"] = entry("文件类型", "说明这是哪一种文件，写在第一行", "policy/v1")
    id: Identifier = entry("编号", "政策包的编号，方案用它引用", "songyang-2021")
    title: Text = entry("标题", "政策包的名称", "松阳县城乡教育共同体建设要求")
    document: PolicyDocument = entry(
        "文件", "出自哪一份文件", {"title": "教共体建设实施方案", "issuer": "松阳县教育局"}
    )
    applies: Applies | None = entry("适用", "整个政策包适用于哪些方案", {"mode": "共建型"}, default=None)
    kinds: KindEntries = entry(
        "活动类型",
        "文件里用到、程序还不认识的活动类型",
        [{"name": "田园研学课", "of": "公开课"}],
        default=(),
    )
    requirements: tuple[AnyRequirement, ...] = entry(
        "要求",
        "逐条的要求",
        [
            {
                "id": "a",
                "kind": "quota",
                "clause": "一",
                "text": "每学期至少一次。",
                "activity": "示范课",
                "quota": "≥1次/学期",
            }
        ],
        default=(),
    )
    unchecked: tuple[Unchecked, ...] = entry(
        "不检查的",
        "文件里有、但没有办法检查的",
        [{"clause": "一", "text": "适时开展。", "reason": "没有数量"}],
        default=(),
    )
    examples: tuple[Example, ...] = entry(
        "例子",
        "政策包的测试：gongjian policies 编号 --test",
        [{"title": "全做到", "plan": {"mode": "共建型"}}],
        default=(),
    )

    def own_kinds(self) -> tuple[Kind, ...]:
        """The kinds of activity that the pack adds."""
        return tuple(each.kind() for each in self.kinds)
