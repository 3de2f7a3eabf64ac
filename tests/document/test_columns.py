"""Column widths."""

from hypothesis import given
from hypothesis import strategies as st

from gongjian.document.columns import column_widths
from gongjian.document.tree import Column, Table, Text

AVAILABLE = 8844


def table(headers, *rows, widths=None):
    columns = [
        Column((Text(header),), width=width)
        for header, width in zip(headers, widths or [None] * len(headers), strict=True)
    ]
    return Table(tuple(columns), tuple(tuple((Text(cell),) for cell in row) for row in rows))


def test_the_authors_proportions():
    assert column_widths(table(["a", "b"], widths=[1, 3]), 8000) == [2000, 6000]


def test_equal_contents_share_equally():
    assert column_widths(table(["学校", "教师"], ["甲", "乙"]), 8000) == [4000, 4000]


def test_what_fits_is_not_squeezed_by_what_is_long():
    widths = column_widths(table(["序号", "时间", "内容"], ["1", "2024年10月23日", "长" * 200]), AVAILABLE)
    assert widths == [765, 2453, 5626]


def test_long_columns_are_not_squeezed_for_short_ones():
    rows = ["九个字的内容在这里"] * 3, ["长" * 40] * 2
    widths = column_widths(table(["甲", "乙", "丙", "丁", "戊"], rows[0] + rows[1]), 8000)
    assert widths == [1600] * 5


def test_headers_wider_than_the_page_share_it():
    assert column_widths(table(["很长的表头" * 10] * 4), AVAILABLE) == [2211] * 4


@given(
    st.lists(st.text("学校a1", max_size=30), min_size=1, max_size=12),
    st.lists(st.text("学校a1", max_size=80), max_size=5),
    st.sampled_from([8844, 12756]),
)
def test_columns_fill_the_page_exactly(headers, cells, available):
    widths = column_widths(table(headers, *([cell] * len(headers) for cell in cells)), available)
    assert sum(widths) == available
    assert min(widths) > 0
