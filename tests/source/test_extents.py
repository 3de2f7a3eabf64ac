"""How far an entry or item reaches."""

import pytest

from gongjian.source.extents import last_line
from gongjian.source.nodes import compose

TEXT = """\
top: 1
block:
  - name: a
    text: >-
      一行
      二行

    points: [1,
      2]
  # 注释
  - name: b
last:
  inner:
    deep: |
      一

      二
"""
NODES = compose(TEXT)


@pytest.mark.parametrize(
    ("line", "outermost", "innermost"),
    [
        (1, 1, 1),
        (2, 11, 11),
        (3, 9, 3),
        (4, 7, 7),
        (5, 5, 5),
        (8, 9, 9),
        (10, 10, 10),
        (11, 11, 11),
        (12, 17, 17),
        (13, 17, 17),
        (14, 17, 17),
    ],
)
def test_extents(line, outermost, innermost):
    assert last_line(NODES, line, outermost=True) == outermost
    assert last_line(NODES, line, outermost=False) == innermost
