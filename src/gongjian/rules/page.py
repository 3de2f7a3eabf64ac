"""A rule's page, made of its docstring."""

from gongjian.model.finding import SEVERITIES
from gongjian.rules.rule import Rule


def page(rule: Rule) -> str:
    """Write a rule's page as Markdown."""
    requires = f"；{'、'.join(rule.requires)} 没有问题时才检查" if rule.requires else ""
    return (
        f"# {rule.id} {rule.title}\n\n"
        f"程度：{SEVERITIES[rule.severity]}；名称：`{rule.name}`{requires}\n\n"
        f"{rule.documentation.replace('好例：', chr(10) + '好例：')}\n"
    )
