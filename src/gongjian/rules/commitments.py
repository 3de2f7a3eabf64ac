"""GJ23x: promises that can be checked."""

import re
from collections.abc import Iterator

from gongjian.model.finding import Finding, Span
from gongjian.model.plan import Plan
from gongjian.model.quota import VAGUE_WORDS, VagueQuota
from gongjian.model.texts import measure_texts
from gongjian.rules.rule import Context, rule

_VAGUE = re.compile("|".join(sorted(map(re.escape, VAGUE_WORDS), key=len, reverse=True)))
_NUMBER = re.compile(
    r"[0-9０-９%％]|[一二两三四五六七八九十百]+\s*[次场期人名位节门篇个项台套册天周月年]|\{指标\}"
)
_CLAUSE_END = re.compile(r"[。；;！？\n]")
_DEED = re.compile(
    r"派|组织|开展|举办|召开|安排|举行|选拔|交流|听课|评课|培训|送教|支教|走访|检查|教研|备课|公开课|示范课|讲座"
)


@rule("GJ231", title="指标里没有数量")
def vague_quota(plan: Plan, context: Context) -> Iterator[Finding]:
    """“定期”“适时”“若干”“一定数量”说不清做多少，没有办法检查做到没有。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: 定期}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥5次/学年}
    ```
    """
    for path, commitment in context.commitments:
        for index, quota in enumerate(commitment.quota):
            if isinstance(quota, VagueQuota):
                yield Finding(
                    at=(*path, "quota", index),
                    message=f"承诺“{commitment.activity}”的指标“{quota.word}”没有数量，做多少才算做到说不清",
                    hint="写成数量加期限，如 ≥2次/学期、≥2人/学年、1-2人/学年",
                )


@rule("GJ232", severity="warning", title="承诺没有写指标")
def commitment_without_quota(plan: Plan, context: Context) -> Iterator[Finding]:
    """承诺要有数量才能检查。对等互派可以不写数量（看双方人数是否相等），努力方向（争取）也可以不写。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥5次/学年}
          - {id: exchange, activity: 教师交流, direction: 对等}
    ```
    """
    for path, commitment in context.commitments:
        if not commitment.quota and not commitment.soft and commitment.direction != "对等":
            yield Finding(
                at=(*path, "activity"),
                message=f"承诺“{commitment.activity}”没有写指标",
                hint="加上 quota，如 quota: ≥2次/学期；只是努力方向的，写 soft: true",
            )


@rule("GJ233", severity="warning", title="措施里的话没有数量")
def vague_text(plan: Plan, context: Context) -> Iterator[Finding]:
    """措施里写“定期组织教研活动”，同一句里又没有数量，年底就没有办法核对。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        text: 定期组织联合教研活动。
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        text: 联合组织教研活动。
        commitments:
          - {id: research, activity: 联合教研, quota: ≥2次/学期}
    ```
    """
    for path, text in measure_texts(plan):
        if path[-1] in ("heading", "activity") or not _VAGUE.search(text):
            continue
        for span, word in _vague_words(text):
            yield Finding(
                at=path,
                within=span,
                message=f"“{word}”没有说清多少，这一句里也没有数量",
                hint="写明数量和期限，或者改成承诺，如 {id: …, activity: …, quota: ≥2次/学期}",
            )


def _vague_words(text: str) -> Iterator[tuple[Span, str]]:
    """Find the vague words in clauses that speak of a deed but give no number."""
    start = 0
    for clause in _CLAUSE_END.split(text):
        if _DEED.search(clause) and not _NUMBER.search(clause):
            for match in _VAGUE.finditer(clause):
                yield Span(start + match.start(), len(match[0])), match[0]
        start += len(clause) + 1
