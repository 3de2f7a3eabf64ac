"""What reports say of rules."""

from collections.abc import Mapping

from gongjian.report.run import RuleText


def rule_texts() -> Mapping[str, RuleText]:
    """Give every rule; those that a run did not need are loaded only now."""
    from gongjian.rules.index import RULES

    return RULES
