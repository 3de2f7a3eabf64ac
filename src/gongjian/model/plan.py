"""The plan (方案): one pairing plan file, `gongjian: plan/v1`."""

from typing import Literal

from gongjian.model.activity import Activity, Assignment, Phase
from gongjian.model.agreement import Agreement
from gongjian.model.base import Count, Identifier, Identifiers, Model, Paragraphs, Percent, Text, Texts, entry
from gongjian.model.dates import Day, Period
from gongjian.model.measure import Block, Commitment, Measure
from gongjian.model.people import Leadership
from gongjian.model.school import Group, Mode, School

Level = Literal["省级", "市级", "县级", "乡镇级", "校级"]
After = Literal[
    "preamble", "guiding", "principles", "goals", "pairing", "leadership", "measures", "phases",
    "activities", "assignments", "assessment", "safeguards", "requirements",
]  # fmt: skip
Annex = Literal[
    "活动安排表", "交流人员花名册", "领导小组名单", "结对学校名单", "考核评分表", "指标对照表"
]  # fmt: skip


class Basis(Model, title="依据文件"):
    """A paper the plan rests on."""

    title: Text = entry("名称", "文件名称，不带书名号", "关于开展城镇学校支援农村学校工作的实施意见")
    number: Text | None = entry("文号", "发文字号", "浙教基〔2020〕70号", default=None)


class DocumentInfo(Model, title="公文"):
    """What the printed document says of itself (GB/T 9704-2012, 7.3)."""

    issuer: Texts = entry("发文单位", "署名；联合发文的写成列表，主办单位在前", "永利小学")
    date: Day = entry("成文日期", "印在署名下面的日期", "2022-10-08")
    addressee: Texts = entry("主送", "主送机关", ["各中小学校"], default=())
    sealed: bool = entry("盖章", "署名处是否加盖印章（留出盖章的位置）", True, default=False)
    number: Text | None = entry(
        "发文字号", "机关代字、年份、序号；印发通知时用", "松教〔2021〕12号", default=None
    )
    copies_to: Texts = entry("抄送", "印发通知的抄送机关", ["县人民政府教育督导室"], default=())
    printer: Text | None = entry(
        "印发机关", "版记里的印发机关；不写则为发文单位的办公室", "松阳县教育局办公室", default=None
    )
    printed: Day | None = entry("印发日期", "版记里的印发日期；不写则同成文日期", "2022-10-09", default=None)
    note: Text | None = entry("附注", "印在成文日期下面，括号由程序加", "此件公开发布", default=None)
    copy_number: Text | None = entry("份号", "六位数字的份号", "000001", default=None)
    secrecy: Text | None = entry("密级", "密级和保密期限", "秘密★1年", default=None)
    urgency: Literal["特急", "加急"] | None = entry("紧急程度", "紧急程度", "加急", default=None)
    signers: Texts = entry("签发人", "上行文的签发人", "王某某", default=())
    annexes: tuple[Annex, ...] | None = entry(
        "附件", "附上哪些表；不写则有活动附安排表、有交流人员附花名册", ["活动安排表"], default=None
    )


class ScoreItem(Model, title="评分项目"):
    """One line of an assessment table."""

    item: Text = entry("项目", "考核项目", "教师交流")
    points: Count = entry("分值", "满分多少", 20)
    standard: Text | None = entry("标准", "评分标准", "每少派1人扣5分", default=None)


class Bundling(Model, title="捆绑考核"):
    """How lead and members are assessed together (捆绑考核): the lead's final score in per cent."""

    lead: Percent = entry("牵头校", "牵头校自身得分的权重", "80%")
    members: Percent = entry("成员校", "全部成员校得分的权重，几所成员校平分", "20%")
    exempt_rise: Count | None = entry(
        "例外名次", "成员校名次上升不少于这么多时，牵头校按自身得分计", 5, default=None
    )


class Assessment(Block, title="考核评价"):
    """How the work is assessed (考核评价)."""

    bundling: Bundling | None = entry(
        "捆绑考核", "牵头校与成员校捆绑计分的权重", {"lead": "80%", "members": "20%"}, default=None
    )

    items: tuple[ScoreItem, ...] = entry(
        "评分项目", "考核评分表的各行", [{"item": "教师交流", "points": 20}], default=()
    )


class Section(Block, title="其他章节"):
    """A part of the document that no other field is for."""

    heading: Text = entry("小标题", "这一部分的标题", "选派条件")
    after: After = entry("位于", "放在哪一部分之后", "measures", default="measures")


class Plan(Model, title="方案"):
    """A pairing plan (方案)."""

    gongjian: Literal["plan/v1"] = entry("文件类型", "说明这是哪一种文件，写在第一行", "plan/v1")
    id: Identifier = entry("编号", "方案的编号，在仓库里不重复", "yongli-2022")
    title: Text = entry("标题", "公文标题", "永利小学结对共建活动实施方案")
    mode: Mode = entry("结对模式", "结对的模式", "结对共建", "支教")
    level: Level = entry("层级", "哪一级的方案", "校级", "县级", default="校级")
    region: Text | None = entry("地区", "所在省、市、县", "浙江省丽水市松阳县", default=None)
    theme: Text | None = entry("主题", "活动主题", "手拉手，共成长", default=None)
    period: Period = entry(
        "起止时间", "方案的起止时间", {"start": "2022-09-01", "end": "2025-07-31"}, "2022-2023学年第一学期"
    )
    document: DocumentInfo = entry("公文", "署名、日期等", {"issuer": "永利小学", "date": "2022-10-08"})
    basis: tuple[Basis, ...] = entry("依据", "依据的文件", [{"title": "结对共建工作的通知"}], default=())
    policies: Identifiers = entry(
        "政策包",
        "按哪些政策包检查（编号；gongjian policies 列出全部）",
        "songyang-2021",
        ["guofa-2016-40"],
        default=(),
    )
    schools: tuple[School, ...] = entry(
        "学校", "参加结对的各方", [{"id": "yongli", "name": "永利小学", "role": "牵头校"}], min_length=1
    )
    groups: tuple[Group, ...] = entry(
        "结对关系",
        "谁与谁结对；只有一所牵头校时可以不写",
        [{"lead": "shiyan", "members": ["kengxi"]}],
        default=(),
    )
    preamble: Paragraphs = entry("引言", "开头的说明", "为推进城乡教育均衡发展，制定本方案。", default=())
    guiding: Block | None = entry("指导思想", "指导思想", "坚持资源共享、优势互补。", default=None)
    principles: Block | None = entry("基本原则", "基本原则", ["平等互助。", "务求实效。"], default=None)
    goals: Block | None = entry("工作目标", "工作目标", {"points": ["教师队伍水平提高。"]}, default=None)
    pairing: Block | None = entry("结对安排", "结对名单前的说明", "全县新增6对教共体。", default=None)
    leadership: Leadership | None = entry(
        "组织领导", "领导小组", {"leader": {"name": "王某某", "post": "校长"}}, default=None
    )
    measures: tuple[Measure, ...] = entry(
        "工作措施", "做什么、承诺多少", [{"heading": "教师交流"}], default=()
    )
    phases: tuple[Phase, ...] = entry("实施步骤", "分几个阶段", [{"heading": "准备阶段"}], default=())
    activities: tuple[Activity, ...] = entry(
        "活动安排", "排了哪些活动", [{"date": "2022-10-20", "activity": "示范课"}], default=()
    )
    assignments: tuple[Assignment, ...] = entry(
        "交流人员",
        "派谁到哪里",
        [{"kind": "跟岗", "origin": "a", "destination": "b", "period": "2023-2024学年"}],
        default=(),
    )
    assessment: Assessment | None = entry("考核评价", "怎样考核", "考核结果计入年度考核。", default=None)
    safeguards: Block | None = entry("保障措施", "保障措施", ["加强组织领导。"], default=None)
    requirements: Block | None = entry("工作要求", "工作要求", ["认真制订计划。"], default=None)
    sections: tuple[Section, ...] = entry(
        "其他章节", "别处放不下的章节", [{"heading": "选派条件", "after": "measures"}], default=()
    )
    agreement: Agreement | None = entry(
        "协议", "结对协议书里承诺以外的约定", {"copies": 3, "filed_with": "市教育局"}, default=None
    )

    def commitments(self) -> list[tuple[tuple[str | int, ...], Commitment]]:
        """List the commitments in the order of the file, each with its path."""
        return [
            (("measures", i, "commitments", j), commitment)
            for i, measure in enumerate(self.measures)
            for j, commitment in enumerate(measure.commitments)
        ]

    def pairings(self) -> tuple[Group, ...]:
        """Give the groups; without any, the lead school with all members as one group.

        Empty when neither is told.
        """
        if self.groups:
            return self.groups
        leads = [school.id for school in self.schools if school.role == "牵头校"]
        members = tuple(school.id for school in self.schools if school.role == "成员校")
        if len(leads) != 1 or not members:
            return ()
        return (Group.model_construct(lead=leads[0], members=members),)  # of what has been validated

    def member_schools(self) -> list[School]:
        """List the member schools of all pairings, each once, in the order of the plan."""
        members = {name for group in self.pairings() for name in group.members}
        return [school for school in self.schools if school.id in members]
