"""The archetypes of plans: who takes part, what is usual to promise, and the words to begin with.

The texts are starting points in the words of practice; schools change them. `{lead}` and
`{members}` stand for the names of the schools.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line lists archetypes without loading models
    from gongjian.model.measure import Direction
    from gongjian.model.plan import Level
    from gongjian.model.school import Mode, PartyKind, Role


@dataclass(frozen=True, slots=True)
class Usual:
    """A promise that is usual in plans of a kind, where no policy pack demands others."""

    id: str
    activity: str
    quota: str
    by: Role | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Archetype:
    """One kind of plan.

    Attributes:
        name: what users call it.
        slug: how ids of such plans begin.
        hint: what it is, in a few words.
        mode: the mode of pairing.
        title: the title of the document.
        years: how many school years such plans usually take.
        fewest: how many members a lead has at least.
        most: how many at most; None for any number.
        member_kind: what the members are.
    """

    name: str
    slug: str
    hint: str
    mode: Mode
    title: str
    preamble: str
    goals: tuple[str, ...]
    usual: tuple[Usual, ...]
    level: Level = "校级"
    years: int = 1
    fewest: int = 1
    most: int | None = None
    member_kind: PartyKind = "学校"

    @property
    def is_county(self) -> bool:
        """Whether a bureau issues it, for several groups."""
        return self.level == "县级"


LEAD: Role = "牵头校"
MEMBER: Role = "成员校"

_ALL = (
    Archetype(
        "单对结对", "pair", "一所学校与一所学校结对", "结对共建",
        "{lead}与{members}结对共建实施方案",
        "为推进城乡教育均衡发展，发挥优质学校的带动作用，{lead}与{members}（以下简称两校）结对共建。结合两校实际，制定本方案。",
        ("两校管理互通、经验共享，办学水平共同提高。", "教师互派互学，培养一批骨干教师。", "两校学生结对交流，共同成长。"),
        (
            Usual("forum", "管理交流会", "≥1次/学期", LEAD),
            Usual("exchange", "教师交流", "≥1人/学年/校", direction="互派"),
            Usual("prep", "集体备课", "≥2次/学期"),
            Usual("demo", "示范课", "≥2次/学期", LEAD),
            Usual("students", "学生交流", "≥1次/学年"),
        ),
        most=1,
    ),
    Archetype(
        "一校带几校", "cluster", "1+N：一所学校带两所以上学校", "结对帮扶",
        "{lead}结对帮扶{members}实施方案",
        "为缩小城乡学校差距，由{lead}牵头，与{members}结对帮扶。结合各校实际，制定本方案。",
        ("牵头校的管理和教学经验为各成员校所用。", "各成员校的教师队伍和教学质量逐年提高。"),
        (
            Usual("meeting", "联席会议", "≥1次/学期"),
            Usual("exchange", "教师交流", "≥1人/学年/成员校", LEAD, "派出"),
            Usual("research", "联合教研", "≥2次/学期"),
            Usual("delivery", "送教", "≥1次/学期/成员校", LEAD),
        ),
        fewest=2,
    ),
    Archetype(
        "教共体融合型", "merged", "教共体：重组成一所学校，成员校是它的校区", "融合型",
        "{lead}教育共同体（融合型）办学实施方案",
        "为办好家门口的学校，{lead}与{members}组成融合型教育共同体（以下简称教共体），一个法人、一套班子、统一管理。"
        "结合各校区实际，制定本方案。",
        ("各校区管理统一、师资统配、教学同步。", "各校区教学质量逐年接近。"),
        (
            Usual("principal", "校长设置", "=1人/牵头校"),
            Usual("meeting", "管理会议", "≥2次/学期", LEAD),
            Usual("exchange", "教师交流", "≥2人/学年/成员校", direction="互派"),
            Usual("prep", "集体备课", "≥4次/学期"),
            Usual("analysis", "质量分析", "≥1次/学期"),
        ),
        years=3, member_kind="校区",
    ),
    Archetype(
        "教共体共建型", "joint", "教共体：法人各自独立，一所核心校牵头共建", "共建型",
        "{lead}教育共同体（共建型）建设实施方案",
        "为推进城乡义务教育一体化，{lead}牵头，与{members}组成共建型教育共同体（以下简称教共体），"
        "法人和财务各自独立，管理、教学、教研统筹安排。结合各校实际，制定本方案。",
        ("各校资源共享，管理、教学、教研同步推进。", "成员校的办学水平明显提高，形成自己的特色。"),
        (
            Usual("sync", "同步课堂", "≥20节/年/对", LEAD),
            Usual("online", "网络研修", "≥8次/年/对"),
            Usual("offline", "线下教研", "≥4次/年/对"),
            Usual("exchange", "教师交流", "≥1人/学年/成员校", LEAD, "派出"),
        ),
        years=3,
    ),
    Archetype(
        "教共体协作型", "allied", "教共体：法人各自独立，按项目协作", "协作型",
        "{lead}教育共同体（协作型）工作实施方案",
        "为推动优质教育资源共享，{lead}与{members}组成协作型教育共同体（以下简称教共体），在教研、送教、资源等方面协作。"
        "结合各校实际，制定本方案。",
        ("各校在教研和资源上互通有无。", "成员校教师的专业水平不断提高。"),
        (
            Usual("meeting", "联席会议", "≥1次/学期"),
            Usual("research", "联合教研", "≥2次/学期"),
            Usual("delivery", "送教", "≥1次/学期/成员校", LEAD),
            Usual("materials", "资料交流", "≥1次/学期"),
        ),
        years=3,
    ),
    Archetype(
        "支教", "teaching-aid", "强校派教师到弱校任教", "支教",
        "{lead}支教工作实施方案",
        "为充实农村学校的师资，{lead}选派教师到{members}支教。结合学校实际，制定本方案。",
        ("受援学校开齐开足课程。", "支教教师带动受援学校教师共同提高。"),
        (
            Usual("aid", "支教", "≥1学年/人", LEAD, "派出"),
            Usual("observe", "听课评课", "≥10节/学期/人", LEAD),
            Usual("open-lesson", "公开课", "≥1节/学期/人", LEAD),
            Usual("lecture", "专题讲座", "≥1次/学期/人", LEAD),
        ),
    ),
    Archetype(
        "跟岗", "shadowing", "弱校派教师到强校跟班学习", "跟岗",
        "{members}教师到{lead}跟岗学习实施方案",
        "为培养骨干教师和管理干部，{members}选派教师到{lead}跟岗学习。结合学校实际，制定本方案。",
        ("跟岗教师学到先进的教学和管理经验。", "跟岗教师回校后带动本校教师共同提高。"),
        (
            Usual("staff", "跟岗", "≥1人/学年/成员校", MEMBER, "派出"),
            Usual("report", "汇报课", "≥1节/学期/人", MEMBER),
            Usual("seminar", "交流研讨会", "≥1次/学期"),
            Usual("review", "期满考核", "=1次/学年", LEAD),
        ),
    ),
    Archetype(
        "学生手拉手", "hand-in-hand", "两校学生结成对子", "手拉手",
        "{lead}与{members}学生手拉手活动实施方案",
        "为让城乡学生互相了解、共同成长，{lead}与{members}开展学生手拉手活动。结合学校实际，制定本方案。",
        ("城乡学生增进友谊，一同成长。", "学生在实践中学会关爱和担当。"),
        (
            Usual("pen-friends", "手拉手", "≥1次/学期"),
            Usual("visits", "学生互访", "≥1次/学年"),
            Usual("practice", "主题实践", "≥1次/学年"),
        ),
    ),
    Archetype(
        "县级方案", "county", "县教育局的方案：全县几组学校结对", "共同体",
        "城乡学校结对共建实施方案",
        "为缩小城乡教育差距，促进全县教育优质均衡发展，组织全县学校结对共建。结合我县实际，制定本方案。",
        ("需要帮扶的学校都有牵头校对口帮扶。", "城乡学校的师资和教学质量差距逐年缩小。"),
        (
            Usual("meeting", "管理会议", "≥1次/学期/牵头校", LEAD),
            Usual("exchange", "教师交流", "≥1人/学年/成员校", LEAD, "派出"),
            Usual("delivery", "送教", "≥1次/学期/成员校", LEAD),
            Usual("inspection", "督导考核", "=1次/学年"),
        ),
        level="县级", years=3,
    ),
)  # fmt: skip

ARCHETYPES = {archetype.name: archetype for archetype in _ALL}
"""Every archetype, by the name users give it."""
