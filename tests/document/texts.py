"""Texts such as plans hold, and such as would break a document if they were not escaped."""

from hypothesis import strategies as st

MARKUP = "#*|:`~_=<>&\\[]-+.)(120\n\r\t\u3000\x0b\x0c\x85\u2028\ufeff"
"""What means something to Markdown, to XML or to Python's own idea of a line."""

STRUCTURES = [
    "# 标题", "## 一级", "1. 项", "1) 项", "- 项", "> 引", "| a | b |", ":::", "::: 署名", "::: 附件 x", "---", "```",
    "**粗**", "==待补==", "<br>", "<b>", "&lt;", "&#35;", "\\", "\\\\", "{{ x }}", "{% x %}", "{# x #}", "一、", "（一）",
]  # fmt: skip

hostile_text = st.lists(
    st.sampled_from([*MARKUP, *STRUCTURES, " ", "  ", "学校", "示范课", "2024年", "😀", "𠮷"])
    | st.text(max_size=5),
    min_size=1,
    max_size=12,
).map("".join)
"""Any text, most often one that looks like structure."""
