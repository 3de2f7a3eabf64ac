"""Plain Markdown for publishing."""

from hypothesis import given
from hypothesis import strategies as st
from texts import hostile_text

from gongjian.document.markdown import parse_markdown
from gongjian.document.markdown_writer import write_markdown
from gongjian.document.tree import Document, Heading, Paragraph, Text


def test_the_whole_page():
    source = """# 永利小学
# 实施方案
::: 主送
各年级组：
:::
依据政策。
## 措施
### **交流。**互派。
1. 每学期**2人**
   1. 不少于1周
::: 表 表1
| 序号 | 活动 |
|:-:|---|
| 1 | 示范\\|课 |
:::
::: 署名
永利小学
2022年10月8日
:::
::: 附件 安排表
见表。
:::
::: 附件 办法
:::
"""
    assert (
        write_markdown(parse_markdown(source))
        == """# 永利小学实施方案

各年级组：

依据政策。

## 一、措施

### （一）交流。

互派。

1.每学期**2人**

（1）不少于1周

**表1**

| 序号 | 活动 |
| :-: | --- |
| 1 | 示范\\|课 |

附件：1.安排表<br>2.办法

永利小学<br>2022年10月8日

## 附件1 安排表

见表。
"""
    )


def test_a_single_annex_has_no_number():
    written = write_markdown(parse_markdown("# 标题\n::: 附件 安排表\n见表。\n:::"))
    assert written == "# 标题\n\n附件：安排表\n\n## 附件 安排表\n\n见表。\n"


headings = st.builds(
    lambda level, text: Heading(level, (Text("题" + text),)), st.integers(1, 4), hostile_text
)
paragraphs = st.builds(lambda text: Paragraph((Text("文" + text),)), hostile_text)


@given(st.lists(headings | paragraphs, max_size=5).map(tuple))
def test_headings_and_paragraphs_read_back(blocks):
    written = write_markdown(Document("标题", blocks))
    assert write_markdown(parse_markdown(written)) == written
