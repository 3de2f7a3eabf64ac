"""Which rules are rules over all plans, told by their ids, so that none of them need be loaded to know."""

COUNTY_FAMILIES = ("GJ62", "GJ63", "GJ64", "GJ65", "GJ66")
"""How the ids of rules over all plans begin."""


def is_county_rule(rule: str) -> bool:
    """Tell whether a rule, given by its id, looks at all plans of a repository together."""
    return rule.startswith(COUNTY_FAMILIES)
