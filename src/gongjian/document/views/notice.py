"""The words of an 印发通知: the notice that issues a plan, with the plan behind it."""

from dataclasses import dataclass, fields
from datetime import date

from gongjian.document.material import Material
from gongjian.document.naming import issuers
from gongjian.document.views.implementation import ImplementationView, implementation
from gongjian.document.wording import booked
from gongjian.model.repository import Bureau


@dataclass(frozen=True, slots=True)
class NoticeView(ImplementationView):
    """What a notice says, and everything of the plan that it issues.

    Attributes:
        title: the notice's own title.
        booked: the plan's title in 《》.
        copies_to: 抄送机关, joined.
        number: 发文字号.
        number_begins: what it begins with, 机关代字 and year, when only the bureau's own are known.
        printer: 印发机关.
        printed: 印发日期.
    """

    title: str
    booked: str
    copies_to: str
    number: str
    number_begins: str
    printer: str
    printed: date


def notice(material: Material) -> NoticeView:
    """Put a notice into words."""
    said = material.plan.document
    issued = implementation(material)
    taken = {field.name: getattr(issued, field.name) for field in fields(issued)} | {"issued": True}
    name = booked(material.plan.title)
    bureau = _issuing_bureau(material)
    return NoticeView(
        **taken,
        title=f"{issuers(material.plan)}关于印发{name}的通知",
        booked=name,
        copies_to="、".join(said.copies_to),
        number=said.number or "",
        number_begins=f"{bureau.code}〔{said.date.year}〕" if bureau and bureau.code else "",
        printer=said.printer or (bureau and bureau.office) or _office(said.issuer[0]),
        printed=said.printed or said.date,
    )


def _issuing_bureau(material: Material) -> Bureau | None:
    """Give the bureau of the repository, when it is the first to issue the plan."""
    bureau = material.bureau
    return bureau if bureau and material.plan.document.issuer[0] in (bureau.name, bureau.short) else None


def _office(issuer: str) -> str:
    """Name the body that prints for an issuer: its office, unless it is one."""
    return issuer if issuer.endswith(("办", "办公室")) else f"{issuer}办公室"
