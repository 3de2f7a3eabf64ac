"""What documents are called: who issues them, what they are about, which time they cover."""

from gongjian.document.material import Material
from gongjian.document.wording import months, period
from gongjian.model.plan import Plan
from gongjian.model.school import Mode

_MATTERS: dict[Mode, str] = {
    "结对共建": "结对共建",
    "融合型": "教育共同体建设",
    "共建型": "教育共同体建设",
    "协作型": "教育共同体建设",
    "结对帮扶": "结对帮扶",
    "支教": "支教",
    "跟岗": "跟岗学习",
    "联盟": "联盟校建设",
    "共同体": "教育共同体建设",
    "手拉手": "“手拉手”结对",
}
"""What the work is, as it stands before 工作计划, 工作总结 or 协议书."""


def matter(plan: Plan) -> str:
    """Name the work: 结对共建, 支教 …."""
    return _MATTERS[plan.mode]


def issuers(plan: Plan) -> str:
    """Name those who issue the document."""
    return "、".join(plan.document.issuer)


def title_for(material: Material, what: str) -> str:
    """Make the title of a document about the work: 永利小学结对共建活动安排表."""
    return f"{issuers(material.plan)}{matter(material.plan)}{what}"


def title_in_time(material: Material, what: str) -> str:
    """Make the title of a document about the work of a time: 永利小学2022—2023学年第一学期结对共建工作计划."""
    return f"{issuers(material.plan)}{when(material)}{matter(material.plan)}{what}"


def when(material: Material) -> str:
    """Name the time a document covers: the term, else the plan's period as shortly as it can be."""
    return material.term.name if material.term else months(material.plan.period)


def days_of(material: Material) -> str:
    """Write the days a document covers: 2022年9月1日至2025年7月31日, or the words of the plan."""
    return material.term.name if material.term else period(material.plan.period)
