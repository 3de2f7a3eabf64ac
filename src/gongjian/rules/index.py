"""Every rule there is, by id."""

from gongjian.rules.county.registry import COUNTY_RULES
from gongjian.rules.files import FILE_RULES
from gongjian.rules.grading import GRADING_RULES
from gongjian.rules.ledger_rules import LEDGER_RULES
from gongjian.rules.pack_rules import PACK_RULES
from gongjian.rules.registered.registry import REGISTERED_RULES
from gongjian.rules.registry import PLAN_RULES
from gongjian.rules.registry_rules import REGISTRY_RULES, unreadable_registry
from gongjian.rules.requirements.registry import REQUIREMENT_RULES
from gongjian.rules.rule import Rule
from gongjian.rules.schema import SCHEMA_RULES
from gongjian.rules.spreadsheet_rules import SPREADSHEET_RULES
from gongjian.rules.waivers import WAIVER_RULES

_ALL = {
    *FILE_RULES.values(),
    *SCHEMA_RULES.values(),
    *PLAN_RULES,
    *REQUIREMENT_RULES,
    *WAIVER_RULES,
    *GRADING_RULES,
    *PACK_RULES,
    *COUNTY_RULES,
    *LEDGER_RULES,
    *REGISTERED_RULES,
    *REGISTRY_RULES,
    unreadable_registry,
    *SPREADSHEET_RULES,
}

RULES: dict[str, Rule] = {rule.id: rule for rule in sorted(_ALL, key=lambda rule: rule.id)}
"""All rules, in order of their ids."""
