"""What a file may say after it was mended."""

import pytest

from gongjian.model.finding import Mend
from gongjian.repository.mended_data import same_but_for
from gongjian.source.nodes import Data

KEY = Mend("ledership", "leadership", sure=True)
TERM = Mend("学其", "学期", sure=True)
HOST = Mend("partnr", "partner", sure=True)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ({"a": "甲", "b": ["乙", None]}, {"a": "甲", "b": ["乙", None]}, True),
        ({"ledership": {"a": "partnr"}}, {"leadership": {"a": "partner"}}, True),
        ({"a": "≥2次/学其，≥3次/学其"}, {"a": "≥2次/学期，≥3次/学其"}, True),
        ({"a": "≥2次/学其，≥3次/学其"}, {"a": "≥2次/学期，≥3次/学期"}, True),
        ({"a": "≥2次/學其"}, {"a": "≥2次/学期"}, True),
        ({"a": "partnr"}, {"a": "leadership"}, False),
        ({"a": "≥2次/学其"}, {"a": "≥3次/学期"}, False),
        ({"a": "partnr"}, {"b": "partner"}, False),
        ({"a": "partnr", "b": "乙"}, {"a": "partner"}, False),
        ({"a": ["partnr", "乙"]}, {"a": ["partner"]}, False),
        ({"a": ["partnr"]}, {"a": "partner"}, False),
        ({"a": None}, {"a": "partner"}, False),
    ],
)
def test_only_what_was_mended_may_differ(before: Data, after: Data, same: bool) -> None:
    assert same_but_for(before, after, [KEY, TERM, HOST]) is same
