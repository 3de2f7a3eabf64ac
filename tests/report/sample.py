"""One run that has everything a report can meet: every severity, waivers, a baseline, odd names and words."""

from dataclasses import replace
from datetime import date, datetime

from gongjian import __version__
from gongjian.model.finding import Citation, Finding, Mend, Place, Related, Severity, Waived
from gongjian.report.formats import FORMATS
from gongjian.report.run import Run
from gongjian.rules.rule import Rule

PLAN = "plans/甲 小学.yaml"
ODD = "plans/50% #1,\n[新]:<b>.yaml"
CLEAN = "plans/乙.yaml"
TEXT = "title: 𠮷方案\nmode: 结队\nmeasures: 定期\n"


def _rule(rule: str, name: str, severity: Severity, title: str) -> Rule:
    return Rule(
        rule, name, severity, title, f"为什么查“{title}”。\n\n坏例：\n```yaml\nmode: 结队\n```", print
    )


RULES = {
    rule.id: rule
    for rule in (
        _rule("GJ105", "not-a-choice", "error", "不在可选的词里"),
        _rule("GJ231", "vague-quota", "warning", "没有数量"),
        _rule("GJ301", "quota-below-requirement", "error", "承诺低于要求"),
        _rule("GJ320", "eligibility", "info", "人员不合条件"),
    )
}
CITATION = Citation("songyang", "lessons", "《实施方案》（某教〔2022〕8号）", "第三条")


def place(line: int, column: int, end_column: int) -> Place:
    return Place(line=line, column=column, end_line=line, end_column=end_column)


CHOICE = Finding(
    rule="GJ105",
    name="not-a-choice",
    message="“结对模式”不能是“结队”",
    hint="写“结对共建”",
    at=("mode",),
    anchor=("mode",),
    file=PLAN,
    place=place(2, 7, 9),
    mend=Mend("结队", "结对共建", sure=True),
    related=(Related("plans/乙.yaml", ("mode",), place(4, 7, 9)),),
)
VAGUE = Finding(
    rule="GJ231",
    name="vague-quota",
    severity="warning",
    message="“定期”没有说清多少",
    hint="写明数量",
    at=("measures", 0, "commitments", 1, "quota"),
    anchor=("measures", "教学管理", "commitments", "demo", "quota"),
    file=PLAN,
    place=place(3, 11, 13),
)
BELOW = Finding(
    rule="GJ301",
    name="quota-below-requirement",
    message="“示范课”承诺不够：要求 100%，承诺 50%（《实施方案》（某教〔2022〕8号）第三条：示范课）",
    hint="改为 ≥2次/学期",
    at=("measures",),
    anchor=("measures",),
    policy=CITATION,
    file=PLAN,
    place=place(3, 1, 9),
)
HOSTILE = Finding(
    rule="GJ320",
    name="eligibility",
    severity="info",
    message="[点这里](http://x.cn) <script>alert(1)</script> @某人 #12 ::error:: ]]> \x1b[31m 甲\n乙",
    at=("assignments", 0),
    policy=CITATION,
    file=ODD,
)
INLINE = Waived("原文如此 <b>")
APPROVED = Waived("学校在建，@李某 同意", "县教育局 李某", date(2027, 1, 31))

RUN = Run(
    findings=(
        CHOICE,
        VAGUE,
        replace(VAGUE, waived=INLINE),
        BELOW,
        replace(BELOW, severity="warning"),
        replace(BELOW, waived=APPROVED),
        HOSTILE,
        replace(CHOICE, file=ODD, place=Place(line=2, column=7, end_line=3, end_column=2), known=True),
        replace(CHOICE, file="方案/丙.yaml", known=True),
    ),
    files=5,
    texts={PLAN: TEXT, ODD: TEXT},
    names=("gongjian.yaml", ODD, CLEAN, PLAN, "方案/丙.yaml"),
    gone=1,
    rules=lambda: RULES,
    in_checkout=lambda name: f"某县/{name}",
    moment=datetime(2026, 11, 24, 8, 30),
)


def report(name: str, run: Run = RUN) -> str:
    """Write a report, without the version of the program."""
    text = "".join(f"{line}\n" for line in FORMATS[name].lines(run))
    return text.replace(f'"version": "{__version__}"', '"version": "…"')
