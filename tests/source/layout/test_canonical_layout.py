"""The canonical layout, rule by rule."""

from pathlib import Path
from random import Random

import pytest

from gongjian.model.base import Model
from gongjian.model.file_kinds import schema_of
from gongjian.model.ledger import Ledger
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.layout import Language, LayoutError, laid_out
from gongjian.source.layout.reading import read
from gongjian.source.layout.tree import Collection, Node
from gongjian.source.layout.writing import write
from gongjian.source.loading import kind_of

ROOT = Path(__file__).parents[3]
PLANS = sorted(ROOT.glob("plans/**/*.yaml"))
OURS = sorted([*PLANS, *ROOT.glob("src/gongjian/policies/*.yaml")])


def fmt(text: str, schema: type[Model] = Plan, language: Language | None = None) -> str:
    once = laid_out(SourceFile.of(text), schema, language)
    assert laid_out(SourceFile.of(once), schema, language) == once
    return once


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_own_files_are_laid_out(path: Path) -> None:
    source = SourceFile.read(path, path.name)
    assert laid_out(source, schema_of(kind_of(source))) == source.text


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_keys_in_any_order_come_back_with_their_comments(path: Path) -> None:
    source = SourceFile.read(path, path.name)
    document = read(source.text)
    shuffle(document.root, Random(path.stem))
    shuffled = write(document)
    assert shuffled != source.text
    found = laid_out(SourceFile.of(shuffled), schema_of(kind_of(source)))
    assert [line for line in found.splitlines() if line] == [
        line for line in source.text.splitlines() if line
    ]


def shuffle(node: Node, chance: Random) -> None:
    """Put the keys of every mapping in any order."""
    if not isinstance(node, Collection):
        return
    if node.mapping:
        chance.shuffle(node.entries)
    for entry in node.entries:
        shuffle(entry.value, chance)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_keys_go_into_chinese_and_back(path: Path) -> None:
    source = SourceFile.read(path, path.name)
    schema = schema_of(kind_of(source))
    chinese = laid_out(source, schema, "zh")
    assert chinese != source.text
    assert laid_out(SourceFile.of(chinese), schema, "en") == source.text


def test_keys_stand_in_the_order_of_the_schema_with_their_comments() -> None:
    assert fmt(
        """\
title: 实施方案 # 公文标题
# 说明编号
id: a

# 第一组
measures:
- commitments:
  - quota: ≥2次/学期
    # 写在活动上面
    activity: 示范课
    id: demo
  heading: 教研
gongjian: plan/v1
"""
    ) == (
        """\
gongjian: plan/v1
# 说明编号
id: a
title: 实施方案 # 公文标题

# 第一组
measures:
  - heading: 教研
    commitments:
      - id: demo
        # 写在活动上面
        activity: 示范课
        quota: ≥2次/学期
"""
    )


def test_the_chinese_key_stands_where_the_english_one_does() -> None:
    assert fmt("标题: 甲\nid: a\n文件类型: plan/v1\n") == "文件类型: plan/v1\nid: a\n标题: 甲\n"


def test_where_a_key_is_unknown_the_order_stays() -> None:
    text = "title: 甲\nledership: 乙\nid: a\ndocument:\n  issuer: 丙\n  date: 2022-10-08\n"
    assert fmt(text) == text


def test_a_requirement_is_ordered_by_its_kind() -> None:
    text = "requirements:\n  - {quota: ≥1次/年, kind: quota, activity: 示范课, id: a, text: 丁, clause: 一}\n"
    assert fmt(text, Policy) == (
        "requirements:\n  - {id: a, kind: quota, clause: 一, text: 丁, activity: 示范课, quota: ≥1次/年}\n"
    )


def test_what_the_schema_leaves_free_stays() -> None:
    text = "examples:\n  - title: 甲\n    plan:\n      title: 乙\n      id: 丙\n"
    assert fmt(text, Policy) == text
    assert fmt(text, Policy, "zh") == "例子:\n  - 名称: 甲\n    方案:\n      title: 乙\n      id: 丙\n"


def test_keys_change_their_language_everywhere_and_words_never() -> None:
    text = (
        "id: 标题\n'mode': 结对共建 # mode\nschools:\n  - {id: a, name: 甲, role: 牵头校}\n不认识: {id: b}\n"
    )
    chinese = "编号: 标题\n结对模式: 结对共建 # mode\n学校:\n  - {编号: a, 校名: 甲, 角色: 牵头校}\n不认识: {id: b}\n"
    assert fmt(text, language="zh") == chinese
    assert fmt(chinese, language="en") == text.replace("'mode'", "mode")


def test_a_key_in_both_languages_is_refused_where_it_stands() -> None:
    text = "title: 甲\nid: a\n标题: 乙\n"
    assert fmt(text) == text
    with pytest.raises(LayoutError) as caught:
        fmt(text, language="zh")
    assert (caught.value.message, text[caught.value.at :]) == (
        "“标题”与上面的另一种写法是同一项，只能写一次",
        "标题: 乙\n",
    )


def test_an_alias_whose_keys_have_two_names_is_refused() -> None:
    same = "schools: [&s {id: a, name: 甲}, *s]\n"
    assert fmt(same, language="zh") == "学校: [&s {编号: a, 校名: 甲}, *s]\n"
    text = "document: &d\n  date: 2022-10-08\nactivities:\n  - *d\n"
    with pytest.raises(LayoutError, match="用在两种地方"):
        fmt(text, language="zh")


def test_spaces_and_indentation() -> None:
    assert fmt(
        "id:   a\nguiding:\n     text:    甲\n     points:\n     -   乙\n     -\n       丙\nschools: [ {id:   a,name: 甲} ,\n   ]\n"
    ) == ("id: a\nschools: [{id: a, name: 甲}]\nguiding:\n  text: 甲\n  points:\n    - 乙\n    - 丙\n")


def test_blank_lines_are_kept_one_at_a_time() -> None:
    assert fmt("\n\nid: a\n\n\n\ntitle: 甲\ngoals:\n\n  points:\n\n    - 乙\n\n    - 丙\n\n\n") == (
        "id: a\n\ntitle: 甲\ngoals:\n  points:\n    - 乙\n\n    - 丙\n"
    )


def test_comments_stay_with_what_they_are_about() -> None:
    text = """\
# 整个文件
# 两行

# 编号
id: a # 后面
goals: # 冒号后面
  # 第一条上面
  points:
    # 甲
    - 甲
    - # 横线后面
      heading: 乙
      text: 丙
      # 乙的末尾
    # - 不要了
  # 工作目标的末尾
# 下一项
measures:
  - heading: 丁

    # 空一行以后
    text: >- # 折行
      戊
      己
  # - heading: 庚
# 文件末尾
"""
    assert fmt(text) == text


def test_a_commented_out_list_stays_below_its_key() -> None:
    text = "id: a\nactivities:\n  # - {date: 2022-10-20}\n  # - {date: 2022-10-21}\nassignments:\n"
    assert fmt(text) == text


def test_a_deeper_comment_belongs_to_what_is_above_it() -> None:
    assert fmt("title: 甲\n     # 深\nid: a\n") == "id: a\ntitle: 甲\n  # 深\n"
    assert fmt("schools:\n- {name: 甲, id: a}\n    # 未定\n- {name: 乙, id: b}\n  # 待议\nid: c\n") == (
        "id: c\nschools:\n  - {id: a, name: 甲}\n    # 未定\n  - {id: b, name: 乙}\n    # 待议\n"
    )
    assert fmt("activities: []\n  # - {date: 2022-10-20}\nid: a\n") == (
        "id: a\nactivities: []\n  # - {date: 2022-10-20}\n"
    )


def test_a_deeper_comment_below_a_block_text_cannot_belong_to_it() -> None:
    assert fmt("title: |\n   甲\n # 浅\nid: a\n") == "# 浅\nid: a\ntitle: |\n  甲\n"


def test_a_comment_goes_on_below_itself_in_the_same_column() -> None:
    text = "title: 甲   # 标题还没有定，\n           # 再议\n# 编号\nid: a # 一\n      # 二\n      # 三\n"
    assert fmt(text) == (
        "# 编号\nid: a # 一\n      # 二\n      # 三\ntitle: 甲 # 标题还没有定，\n          # 再议\n"
    )
    assert fmt("goals: # 一\n       # 二\n  text: 甲\n") == "goals: # 一\n       # 二\n  text: 甲\n"
    assert fmt("goals: # 一\n       # 二\n       text: 甲\n") == "goals: # 一\n  # 二\n  text: 甲\n"
    assert fmt("preamble:\n- # 一\n  # 二\n  甲\n") == "preamble:\n  - # 一\n    # 二\n    甲\n"
    assert fmt("title: # 一\n       # 二\n  |\n    甲\n") == "title: # 一\n       # 二\n  |\n  甲\n"


def test_a_commented_out_item_stays_in_a_list_that_is_flush_with_its_key() -> None:
    assert fmt(
        """\
activities:
- date: 2022-10-20
  activity: 示范课
# - date: 2022-10-21
#   activity: 公开课

# 学校
schools:
- id: a
# 说明：
# - 甲
# - 乙
title: 甲
id: b
# 文件末尾
"""
    ) == (
        """\
id: b
# 说明：
# - 甲
# - 乙
title: 甲

# 学校
schools:
  - id: a
activities:
  - date: 2022-10-20
    activity: 示范课
  # - date: 2022-10-21
  #   activity: 公开课
# 文件末尾
"""
    )


def test_a_comment_above_the_first_key_of_an_item_stays_between_it_and_the_dash() -> None:
    assert fmt("measures:\n  - text: 甲\n    # 为什么\n    heading: 乙\n") == (
        "measures:\n  -\n    # 为什么\n    heading: 乙\n    text: 甲\n"
    )


def test_a_comment_between_key_and_value() -> None:
    assert fmt("id: # 一\n  a\ntitle:\n  # 二\n  甲 # 三\n") == "id: a # 一\ntitle:\n  # 二\n  甲 # 三\n"


def test_comments_at_a_key_with_a_question_mark_go_above_it() -> None:
    assert fmt("id: a\n? # 一\n  goals # 二\n# 三\n: # 四\n  text: 甲\n") == (
        "id: a\n# 一\n# 二\n# 三\ngoals: # 四\n  text: 甲\n"
    )


def test_brackets_are_joined_on_one_line_up_to_140_columns() -> None:
    fits = "甲" * 31
    text = f"members: [{fits}, {fits}]\n"
    (line,) = fmt(text.replace(", ", ",\n  ")).splitlines()
    assert line == text.rstrip()
    wide = "学" * 60
    assert fmt(f"preamble: [{wide}, {wide}, b]\n") == (f"preamble: [{wide},\n           {wide}, b]\n")


def test_a_long_mapping_in_braces_fills_lines_below_its_first_key() -> None:
    record = (
        "{id: a, date: 2014-10-15, activity: 示范课, title: 题, by: 乙, host: 丙, evidence: [教案, 听课记录]}"
    )
    text = f"records:\n  - {record.replace('题', '题' * 40)}\n"
    assert fmt(text, Ledger) == (
        f"records:\n  - {{id: a, date: 2014-10-15, activity: 示范课, title: {'题' * 40},\n"
        "     by: 乙, host: 丙, evidence: [教案, 听课记录]}\n"
    )


def test_with_chinese_keys_lines_begin_below_the_first_item_all_the_same() -> None:
    wide = "学" * 60
    assert fmt(f"引言: [{wide}, {wide}]\n") == f"引言: [{wide},\n       {wide}]\n"


def test_comments_in_brackets_put_every_item_on_a_line() -> None:
    assert fmt(
        "activities:\n- {activity: 示范课, # 后面\n  # 上面\n  date: 2022-10-20,\n    host: a # 末尾\n  }\nphases: [ # 开头\n]\n"
    ) == (
        """\
phases: [ # 开头
         ]
activities:
  - {
     # 上面
     date: 2022-10-20,
     activity: 示范课, # 后面
     host: a # 末尾
     }
"""
    )


@pytest.mark.parametrize(
    "text",
    [
        "title: '甲: 乙'\n",
        'title: "甲\\t乙"\n',
        "title: |\n  甲\n\n    乙\n",
        "title: >-\n  甲\n  乙\n",
        "title: |2-\n    深\n  浅\n",
        "title: |+\n  甲\n\n\ntheme: 乙\n",
        "title: 甲\n  乙\n\n  丙\n",
        'title: "甲\\\n  \\ 乙"\n',
        "title: ~\n",
        "title:\n",
        "goals: {text: , points: []}\n",
        "guiding: [甲: 乙]\n",
        "id: &a x\ntitle: *a\n",
        "id: a\nperiod: &p {start: 2022-09}\nphases:\n  - heading: 甲\n    period: *p\n",
        "goals: &g\n  text: 甲\nsafeguards: *g\n",
        "%YAML 1.2\n---\nid: a\n",
        "id: 08\nlevel: no\n",
    ],
)
def test_quotes_block_texts_anchors_and_numbers_stay(text: str) -> None:
    assert fmt(text) == text


def test_texts_of_several_lines_are_indented_with_what_is_around_them() -> None:
    assert fmt(
        "goals:\n      text: |\n           甲\n             乙\n      points:\n      - 丙\n                丁\n"
    ) == ("goals:\n  text: |\n    甲\n      乙\n  points:\n    - 丙\n      丁\n")


def test_order_never_puts_an_alias_before_its_anchor() -> None:
    text = "title: &t 甲\nid: *t\n"
    assert fmt(text) == text
    assert fmt("title: &t 甲\ntheme: *t\nid: b\n") == "id: b\ntitle: &t 甲\ntheme: *t\n"


def test_marks_of_documents_go_and_their_comments_stay() -> None:
    assert fmt("--- # 头\nid: a\n...\n# 尾\n") == "# 头\nid: a\n# 尾\n"


def test_a_file_in_braces_as_a_whole() -> None:
    assert fmt("# 头\n{title: 甲,\nid: a} # 尾\n") == "# 头\n{id: a, title: 甲}\n# 尾\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("id: a\nid: b\n", "duplicate-key"),
        ("id: [a\n", "syntax"),
        ("id: !x a\n", "unsupported"),
        ("<<: {id: a}\n", "unsupported"),
        ("id: a\n---\nid: b\n", "several-documents"),
        ("# 空\n", "empty"),
    ],
)
def test_what_is_no_sound_yaml_is_refused(text: str, kind: str) -> None:
    with pytest.raises(SourceError) as caught:
        fmt(text)
    assert caught.value.kind == kind


def test_a_key_that_cannot_stand_on_one_line_is_refused_where_it_stands() -> None:
    text = "id: a\n? 长\n  键\n: 乙\n"
    with pytest.raises(LayoutError) as caught:
        fmt(text)
    assert text[caught.value.at :].startswith("长")


def test_a_loss_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    from gongjian.source.layout import layout

    text = "title: 甲 # 注\nid: a\nlevel: 校级\n"
    monkeypatch.setattr(layout, "write", lambda _: "id: a\ntitle: 甲 # 注\nlevel: 县级\n")
    with pytest.raises(LayoutError, match="内容会变") as caught:
        fmt(text)
    assert text[caught.value.at :] == "level: 校级\n"
    monkeypatch.setattr(layout, "write", lambda _: "id: a\ntitle: 甲\nlevel: 校级\n")
    with pytest.raises(LayoutError, match="少了注释"):
        fmt(text)
    monkeypatch.setattr(layout, "write", lambda _: "id: [\n")
    with pytest.raises(LayoutError, match="读不出来"):
        fmt(text)


def test_a_waiver_stays_on_the_line_of_what_it_is_about() -> None:
    wide = "学" * 60
    text = f"preamble: [{wide}, {wide}] # gongjian: ignore[GJ233] 原文如此\n"
    assert fmt(text) == text
    assert fmt("# 头\n# gongjian: ignore[GJ211] 原文如此\nperiod: 2022年\nid: a\n") == (
        "# 头\n\nid: a\n# gongjian: ignore[GJ211] 原文如此\nperiod: 2022年\n"
    )


def test_keys_in_traditional_characters() -> None:
    text = "標題: 甲\n編號: a\n學校:\n  - {校名: 乙, 編號: b}\n"
    ordered = "編號: a\n標題: 甲\n學校:\n  - {編號: b, 校名: 乙}\n"
    assert fmt(text) == ordered
    assert fmt(text, language="zh") == ordered
    assert fmt(text, language="en") == "id: a\ntitle: 甲\nschools:\n  - {id: b, name: 乙}\n"
