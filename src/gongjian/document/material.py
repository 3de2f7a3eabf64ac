"""What a document is made of: a plan, and what goes with it."""

from dataclasses import dataclass, field

from gongjian.document.compliance import Compliance
from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar, Cell
from gongjian.model.kinds import DEFAULT_KINDS, Kinds
from gongjian.model.ledger import Ledger
from gongjian.model.plan import Plan
from gongjian.model.repository import Bureau
from gongjian.model.school import Group


@dataclass(frozen=True, slots=True)
class Material:
    """A plan, and what else a kind of document may need.

    Attributes:
        ledger: what was carried out, where it is recorded.
        compliance: how the plan answers its policy packs.
        term: the days that a work plan, a summary or a table is about; None for the whole plan.
        group: the pairing that an agreement is for; None for the only one.
        calendar: when terms begin.
        kinds: the tree of kinds of activity.
        bureau: the education bureau whose repository it is, for papers that it issues itself.
    """

    plan: Plan
    ledger: Ledger | None = None
    compliance: Compliance = field(default_factory=Compliance)
    term: Cell | None = None
    group: Group | None = None
    calendar: Calendar = DEFAULT_CALENDAR
    kinds: Kinds = DEFAULT_KINDS
    bureau: Bureau | None = None
