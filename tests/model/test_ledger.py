"""The ledger: what its schema takes and refuses."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.model.ledger import Ledger
from gongjian.repository.checking import check_file
from gongjian.repository.discovery import Target
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

PLANS = Path(__file__).parents[2] / "plans"
LEDGERS = sorted(PLANS.glob("ledgers/*.yaml"))


def test_a_ledger_is_a_kind_of_file() -> None:
    assert "ledger/v1" in KINDS
    assert schema_of("ledger/v1") is Ledger


def test_chinese_keys_and_shorthands() -> None:
    text = """文件类型: ledger/v1
方案: zhengmu-2014
落实记录:
  - {编号: a, 日期: 2014-10-15, 活动类型: 示范课, 交流人员: 魏某, 数量: 2, 佐证: 听课记录, 成效: 课后评课}
小结: {成效: 有成效。, 下一步打算: 接着做。}
"""
    (record,) = load(SourceFile.of(text.replace("文件类型", "gongjian")), Ledger).records
    assert (record.count, record.teacher, record.evidence) == (2, ("魏某",), ("听课记录",))


@pytest.mark.parametrize("change", [{"count": 0}, {"date": "某天"}, {"id": "a b"}, {"who": "x"}])
def test_nonsense_is_refused(change: dict[str, object]) -> None:
    record = {"id": "a", "date": "2014-10-15", "activity": "示范课"} | change
    with pytest.raises(ValidationError):
        Ledger.model_validate({"gongjian": "ledger/v1", "plan": "p", "records": [record]})


@pytest.mark.parametrize("path", LEDGERS, ids=lambda path: path.stem)
def test_the_worked_ledgers_are_sound_and_of_a_plan(path: Path) -> None:
    checked = check_file(Target(path, path.name, given=True))
    assert checked.findings == ()
    assert isinstance(checked.model, Ledger)
    source = (PLANS / path.name).read_text(encoding="utf-8")
    assert f"\nid: {checked.model.plan}\n" in source
    ids = [record.id for record in checked.model.records]
    assert len(set(ids)) == len(ids)
