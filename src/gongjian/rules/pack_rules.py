"""GJ50x: policy packs that hold together."""

from collections import Counter
from collections.abc import Iterator

from gongjian.model.finding import Finding, Path
from gongjian.model.policy import ExpressionRequirement, Policy
from gongjian.rules.requirements.cel import ExpressionError, MissingLibraryError, compile_expression
from gongjian.rules.rule import Rule, make_rule
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards
from gongjian.rules.suggestions import asked, kind_mend


def check_pack(pack: Policy, standards: Standards = DEFAULT_STANDARDS) -> Iterator[Finding]:
    """Yield the findings about a policy pack."""
    for rule in PACK_RULES:
        yield from map(rule.stamp, rule.check(pack, standards))


def _duplicate_requirement(pack: Policy, standards: Standards) -> Iterator[Finding]:
    """要求的编号在政策包里不能重复，否则豁免和引用不知道指的是哪一条。

    坏例：
    ```yaml 整个文件
    gongjian: policy/v1
    id: a
    title: 例子
    document: {title: 例子, issuer: 某县教育局}
    requirements:
      - {id: a, kind: section, clause: 一, text: 要写考核。, topic: 考核}
      - {id: a, kind: section, clause: 二, text: 要写宣传。, topic: 宣传}
    ```
    好例：
    ```yaml 整个文件
    gongjian: policy/v1
    id: a
    title: 例子
    document: {title: 例子, issuer: 某县教育局}
    requirements:
      - {id: a, kind: section, clause: 一, text: 要写考核。, topic: 考核}
      - {id: b, kind: section, clause: 二, text: 要写宣传。, topic: 宣传}
    ```
    """
    counts: Counter[str] = Counter()
    for index, requirement in enumerate(pack.requirements):
        counts[requirement.id] += 1
        if counts[requirement.id] > 1:
            yield Finding(
                at=("requirements", index, "id"),
                message=f"要求的编号“{requirement.id}”已经用过了",
                hint="换一个编号",
            )


def _unknown_requirement_kind(pack: Policy, standards: Standards) -> Iterator[Finding]:
    """要求里的活动类型要用程序认识的名称，不然没有一项承诺对得上；本地的叫法写在政策包的 kinds 里。

    坏例：
    ```yaml 整个文件
    gongjian: policy/v1
    id: a
    title: 例子
    document: {title: 例子, issuer: 某县教育局}
    requirements:
      - {id: a, kind: quota, clause: 一, text: 每学期上两次。, activity: 田园研学课, quota: ≥2次/学期}
    ```
    好例：
    ```yaml 整个文件
    gongjian: policy/v1
    id: a
    title: 例子
    document: {title: 例子, issuer: 某县教育局}
    kinds:
      - {name: 田园研学课, of: 公开课}
    requirements:
      - {id: a, kind: quota, clause: 一, text: 每学期上两次。, activity: 田园研学课, quota: ≥2次/学期}
    ```
    """
    kinds = standards.kinds_with((pack,))
    for index, requirement in enumerate(pack.requirements):
        named = getattr(requirement, "activity", None)
        if named and kinds.canonical(named) is None:
            mend = kind_mend(named, kinds)
            yield Finding(
                at=("requirements", index, "activity"),
                message=f"不认识的活动类型“{named}”",
                hint=asked(mend, "写在 kinds 里，如 {name: 田园研学课, of: 公开课}"),
                mend=mend,
            )


def _unreadable_expression(pack: Policy, standards: Standards) -> Iterator[Finding]:
    """表达式要是能看懂的 CEL；没有装计算表达式的库（`pip install "gongjian[cel]"`）时不检查。

    坏例：
    ```yaml 整个文件
    gongjian: policy/v1
    id: a
    title: 例子
    document: {title: 例子, issuer: 某县教育局}
    requirements:
      - {id: a, kind: expression, clause: 一, text: 不少于两所成员校。, expression: members.size( >= 2}
    ```
    好例：
    ```yaml 整个文件
    gongjian: policy/v1
    id: a
    title: 例子
    document: {title: 例子, issuer: 某县教育局}
    requirements:
      - {id: a, kind: expression, clause: 一, text: 不少于两所成员校。, expression: members.size() >= 2}
    ```
    """
    for index, requirement in enumerate(pack.requirements):
        if isinstance(requirement, ExpressionRequirement):
            at: Path = ("requirements", index, "expression")
            try:
                compile_expression(requirement.expression)
            except ExpressionError as error:
                yield Finding(at=at, message=f"表达式{error}", hint="改写表达式；写法见 docs/policies.md")
            except MissingLibraryError:
                return


duplicate_requirement: Rule = make_rule("GJ501", _duplicate_requirement, "error", "要求的编号重复")
unknown_requirement_kind: Rule = make_rule(
    "GJ502", _unknown_requirement_kind, "error", "政策包里有不认识的活动类型"
)
unreadable_expression: Rule = make_rule("GJ503", _unreadable_expression, "error", "表达式看不懂")
PACK_RULES = (duplicate_requirement, unknown_requirement_kind, unreadable_expression)
