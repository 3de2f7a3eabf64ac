"""A finding in words, the same in every report."""

import re

from gongjian.model.finding import SEVERITIES, Finding

_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What would end a line, move a terminal's cursor, turn the direction of the text, or is no text at all."""


def visible(text: str) -> str:
    """Write a text on one line, with `\\n` and its like for what would not show."""
    return _INVISIBLE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def sentence(finding: Finding) -> str:
    """Say what is wrong, and what to do about it, on one line."""
    stop = "" if not finding.hint or finding.message.endswith(("。", "？", "！")) else "。"
    return on_one_line(f"{finding.message}{stop}{finding.hint}")


def on_one_line(text: str) -> str:
    """Write what is said on one line."""
    return visible(" ".join(text.split("\n")))


def grade(finding: Finding) -> str:
    """Say how bad a finding is, and why it may not count."""
    why = "（已豁免）" if finding.waived else "（基线）" if finding.known else ""
    return SEVERITIES[finding.severity] + why


def basis(finding: Finding) -> str:
    """Name the paper and the clause that a finding is about; "" when there is none."""
    policy = finding.policy
    return f"{policy.document}{policy.clause}" if policy else ""


def unsaid_basis(finding: Finding) -> str:
    """Name them when the message does not."""
    told = basis(finding)
    return "" if told in finding.message else told
