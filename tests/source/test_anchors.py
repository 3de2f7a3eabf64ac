"""A path with the names of items for their indexes."""

import pytest

from gongjian.model.finding import Path
from gongjian.source.anchors import anchor
from gongjian.source.file import SourceFile

TITLES = {"id": frozenset({"编号"}), "measures": frozenset({"措施"})}
TEXT = """
措施:
  - heading: 教学
    commitments:
      - {编号: demo, quota: [定期, 适时]}
      - {quota: 定期}
      - {id: '', name: 教研}
activities:
  - {date: 2022-10-20, people: 十}
  - {title: 语文课, date: 2022-10-20}
  - {activity: 示范课, date: 2022-10}
  - {activity: 同步课堂, date: 2022-10}
assignments:
  - {teacher: 钱一, kind: 支教}
  - {kind: 支教, origin: jia, destination: yi}
groups: [{lead: jia, members: [yi]}]
members: [王某, {name: 李某}]
by: {role: 牵头校}
names: {id: {a: 1}}
"""


@pytest.mark.parametrize(
    ("path", "anchored"),
    [
        ((), ()),
        (("measures",), ("measures",)),
        (
            ("measures", 0, "commitments", 0, "quota", 1),
            ("measures", "教学", "commitments", "demo", "quota", 1),
        ),
        (("measures", 0, "commitments", 1), ("measures", "教学", "commitments", 1)),
        (("measures", 0, "commitments", 2), ("measures", "教学", "commitments", "教研")),
        (("activities", 0, "people"), ("activities", "2022-10-20", "people")),
        (("activities", 1), ("activities", "语文课")),
        (("activities", 2, "host"), ("activities", "2022-10 示范课", "host")),
        (("activities", 3, "host"), ("activities", "2022-10 同步课堂", "host")),
        (("assignments", 0, "period"), ("assignments", "钱一", "period")),
        (("assignments", 1, "teacher"), ("assignments", "支教 jia yi", "teacher")),
        (("groups", 0, "members", 0), ("groups", "jia", "members", "yi")),
        (("members", 0, "name"), ("members", "王某", "name")),
        (("members", 1, "post"), ("members", "李某", "post")),
        (("by", 0, "role"), ("by", 0, "role")),  # one mapping for a list of one
        (("measures", 7, "heading"), ("measures", 7, "heading")),
        (("nothing", 0, "id"), ("nothing", 0, "id")),
    ],
)
def test_anchor(path: Path, anchored: Path) -> None:
    assert anchor(SourceFile.of(TEXT).nodes, path, TITLES) == anchored
