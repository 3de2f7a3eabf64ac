"""Quotas (量化指标): the one line of text in which plans and policies say how much.

    >>> from gongjian.model.quota import parse_quantity, parse_quota
    >>> parse_quota("每所成员校每学期不少于1次")
    Quota('≥1次/学期/成员校')
    >>> parse_quota("≥1次/学期/成员校").prose
    '每所成员校每学期不少于1次'
    >>> parse_quantity("定期")
    VagueQuota('定期')

Importing it loads no pydantic; a model that has a quota as a field does.
"""

from gongjian.model.quota.error import QuotaError
from gongjian.model.quota.grammar import parse_quantity, parse_quota
from gongjian.model.quota.number import Number
from gongjian.model.quota.schema import Quantity
from gongjian.model.quota.scope import PERIOD_PROSE, SUBJECT_PROSE, Period, Subject
from gongjian.model.quota.units import FAMILIES, UNITS, Family, Unit
from gongjian.model.quota.vague import VAGUE_WORDS
from gongjian.model.quota.value import Quota, VagueQuota

__all__ = [
    "FAMILIES",
    "PERIOD_PROSE",
    "SUBJECT_PROSE",
    "UNITS",
    "VAGUE_WORDS",
    "Family",
    "Number",
    "Period",
    "Quantity",
    "Quota",
    "QuotaError",
    "Subject",
    "Unit",
    "VagueQuota",
    "parse_quantity",
    "parse_quota",
]
