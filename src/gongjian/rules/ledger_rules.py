"""GJ70x: ledgers (台账) by themselves; what they say of their plans is told by GJ66x."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.model.ledger import Ledger
from gongjian.rules.rule import Rule, make_rule


def check_ledger(ledger: Ledger) -> Iterator[Finding]:
    """Yield the findings about a ledger."""
    for rule in LEDGER_RULES:
        yield from map(rule.stamp, rule.check(ledger))


def _duplicate_record_id(ledger: Ledger) -> Iterator[Finding]:
    """一份台账里，记录的编号不能重复：重复的多半是同一件事记了两次，会多算一次。

    坏例：
    ```yaml 整个文件
    gongjian: ledger/v1
    plan: yongli-2022
    records:
      - {id: demo-1, date: 2022-10-20, activity: 示范课}
      - {id: demo-1, date: 2022-11-03, activity: 示范课}
    ```
    好例：
    ```yaml 整个文件
    gongjian: ledger/v1
    plan: yongli-2022
    records:
      - {id: demo-1, date: 2022-10-20, activity: 示范课}
      - {id: demo-2, date: 2022-11-03, activity: 示范课}
    ```
    """
    first: dict[str, int] = {}
    for index, record in enumerate(ledger.records):
        earlier = first.setdefault(record.id, index)
        if earlier != index:
            yield Finding(
                at=("records", index, "id"),
                message=f"记录编号“{record.id}”已经用过了（第 {earlier + 1} 条，{ledger.records[earlier].date}）",
                hint="是两件事的，换一个编号；同一件事记了两次的，删去一条",
            )


duplicate_record_id: Rule = make_rule("GJ701", _duplicate_record_id, "error", "台账里的记录编号重复")
LEDGER_RULES = (duplicate_record_id,)
