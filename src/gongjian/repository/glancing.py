"""What the rules over all plans need of a file that is not checked: its summary, without any finding."""

import re
from dataclasses import dataclass

from gongjian.model.plan import Plan
from gongjian.repository.checking import Checked, bytes_of, check_file
from gongjian.repository.discovery import Target
from gongjian.repository.walking import SUFFIXES
from gongjian.rules.county.ledger_summary import Summary, summarize_ledger
from gongjian.rules.county.summary import summarize
from gongjian.rules.standards import Standards
from gongjian.rules.waivers import InlineWaiver, county_waivers
from gongjian.source.decoding import decode
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, in_simplified, kind_of, load

_PLAN, _LEDGER = "plan/v1", "ledger/v1"
_OTHER = re.compile(
    r"""^["']?(?:gongjian|文件类型|文件類型)["']?[ \t]*[:：][ \t]*["']?(?:policy|registry|ledger|repository)\b""",
    re.MULTILINE,
)
"""The line by which a file says that it is no plan; one that cannot be read says so too."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen of a file.

    Attributes:
        summary: of a plan or a ledger.
        waivers: its comments about findings of the rules over all plans.
        unread: it may be a plan and cannot be read.
    """

    summary: Summary | None = None
    waivers: tuple[InlineWaiver, ...] = ()
    unread: bool = False


def glance(target: Target, standards: Standards) -> Glance:
    """Look at a file without running rules over it."""
    try:
        source = SourceFile(target.name, decode(bytes_of(target)))
        if _PLAN in source.text or _LEDGER in source.text:
            return Glance(_summary(source, standards), county_waivers(source))
        if _OTHER.search(source.text):
            return Glance()
    except (SourceError, SchemaError):
        pass
    return Glance(unread=may_be_plan(check_file(target, standards)))


def summed_up(source: SourceFile, standards: Standards) -> Summary | None:
    """Sum up a text; None when it is neither plan nor ledger, or cannot be read."""
    try:
        return _summary(source, standards)
    except (SourceError, SchemaError):
        return None


def _summary(source: SourceFile, standards: Standards) -> Summary | None:
    """Sum up a text.

    Raises:
        SourceError: it is no YAML, or does not say what it is.
        SchemaError: its schema is not met.
    """
    kind = kind_of(source)
    if kind == _PLAN:
        plan = in_simplified(source, standards.completed(load(source, Plan)))
        return summarize(plan, source.name, standards)
    if kind == _LEDGER:
        from gongjian.model.ledger import Ledger

        return summarize_ledger(in_simplified(source, load(source, Ledger)), source.name)
    return None


def may_be_plan(file: Checked) -> bool:
    """Tell whether a file that was checked is one that nothing is known of, and that may be a plan."""
    if file.is_sound or file.foreign:
        return False
    return file.name.lower().endswith(SUFFIXES) and not _OTHER.search(file.text)
