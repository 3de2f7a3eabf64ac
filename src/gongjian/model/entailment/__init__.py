"""Entailment (蕴含): does a promised quota fulfil a demanded one, however the schedule falls?

    >>> from datetime import date
    >>> from gongjian.model.calendar import DEFAULT_CALENDAR
    >>> from gongjian.model.entailment import Parties, entails
    >>> from gongjian.model.quota import parse_quota
    >>> parties = Parties(date(2024, 9, 1), date(2025, 7, 31))
    >>> result = entails(parse_quota("≥4次/学年"), parse_quota("≥2次/学期"), DEFAULT_CALENDAR, parties)
    >>> result.verdict
    '无法保证'
    >>> result.hint
    '改为 ≥2次/学期'

`question` poses it in numbers, `decision` decides, `wording` explains. Importing it loads no pydantic.
"""

from gongjian.model.entailment.comparison import Ratio, default_parties, entails, entails_all, worst
from gongjian.model.entailment.composition import direction_entails, kind_entails
from gongjian.model.entailment.dimension import comparable
from gongjian.model.entailment.parties import Parties
from gongjian.model.entailment.verdict import Entailment, IncomparableError, Shortfall, Verdict

__all__ = [
    "Entailment",
    "IncomparableError",
    "Parties",
    "Ratio",
    "Shortfall",
    "Verdict",
    "comparable",
    "default_parties",
    "direction_entails",
    "entails",
    "entails_all",
    "kind_entails",
    "worst",
]
