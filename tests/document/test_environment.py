"""Templates filled in, and what becomes of those that are wrong."""

import os
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel
from texts import hostile_text

from gongjian.document.environment import build_document, render_markdown
from gongjian.document.errors import TemplateError
from gongjian.document.inline import clean_text
from gongjian.document.tree import Document, Heading, Paragraph, Text


class Leader(BaseModel):
    name: str = "王某某"
    post: str | None = None


class Plan(BaseModel):
    title: str = "永利小学结对共建活动实施方案"
    leader: Leader = Leader()


@dataclass(frozen=True)
class Basis:
    number: str = "〔2022〕1号"


@pytest.fixture
def render(tmp_path):
    """Fill in a template of one file."""

    def rendered(source, **context):
        (tmp_path / "方案.md").write_text(source, encoding="utf-8")
        return render_markdown("方案.md", context, [tmp_path])

    return rendered


def failure(render, source, **context):
    with pytest.raises(TemplateError) as error:
        render(source, **context)
    assert error.value.template == "方案.md"
    return error.value.line, error.value.message


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ '*' }}", "\\*"),
        ("**{{ '粗' }}**", "**粗**"),
        ("{{ day }}", "2024年3月5日"),
        ("{{ day | month }} {{ 3 | hanzi }}", "2024年3月 三"),
        ("{{ none }}", "==待补=="),
        ("{{ '' | pending('电话') }}", "==待补：电话=="),
        ("{{ ['甲', '乙'] }} {{ ['甲', '乙'] | join('；') }}", "甲、乙 甲；乙"),
        ("{% if true %}\n一\n{% endif %}\n二", "一\n二"),
        ("{# 说明 #}\n一", "一"),
        ("{{ '**' | safe }}", "**"),
        ("{{ 'a-b' | replace('-', '*') }}", "a\\*b"),
        ("{{ 1 + 2 }} {{ '#' + '1' }} {{ '#' ~ 1 }} {{ 2 * 3 }}", "3 \\#1 \\#1 6"),
    ],
)
def test_what_is_printed(render, source, printed):
    assert render(source, day=date(2024, 3, 5)) == printed


@pytest.mark.parametrize(
    "use",
    [
        "{{ bold('a*b') }}",
        "{% set text %}{{ bold('a*b') }}{% endset %}{{ text }}",
        "{% macro twice() %}{{ caller() }}{% endmacro %}{% call twice() %}{{ bold('a*b') }}{% endcall %}",
        "{{ bold('a*b') + '' }}",
        "{{ bold('a*b') ~ '' }}",
        "{{ [bold('a*b')] | join }}",
        "{% block part %}{{ bold('a*b') }}{% endblock %}",
    ],
)
def test_what_a_macro_prints_is_markdown_and_escaped_once(render, use):
    macro = "{% macro bold(text) %}**{{ text }}**{% endmacro %}"
    if "block" in use:
        use = use.replace("{{", macro + "{{", 1)
    assert render(macro + use) == "**a\\*b**"


@pytest.mark.parametrize(
    "join", ["{{ bold(text) ~ text }}", "{{ bold(text) + text }}", "{{ [bold(text), text] | join }}"]
)
def test_text_put_beside_markdown_is_escaped(render, join):
    assert render("{% macro bold(text) %}**{{ text }}**{% endmacro %}" + join, text="|") == "**\\|**\\|"


def test_an_own_template_comes_before_the_built_in(tmp_path):
    own, built_in = tmp_path / "own", tmp_path / "built-in"
    for folder, words in ((own, "自己的"), (built_in, "内置的")):
        folder.mkdir()
        (folder / "方案.md").write_text(words, encoding="utf-8")
    (built_in / "表.md").write_text("{% include '方案.md' %}", encoding="utf-8")
    assert render_markdown("表.md", {}, [own, built_in]) == "自己的"


def test_a_changed_template_is_read_again(render, tmp_path):
    assert render("一") == "一"
    (tmp_path / "方案.md").write_text("二", encoding="utf-8")
    os.utime(tmp_path / "方案.md", ns=(1, 1))
    assert render_markdown("方案.md", {}, [tmp_path]) == "二"


def test_a_document_is_built(tmp_path):
    (tmp_path / "方案.md").write_text(
        "# {{ plan.title }}\n\n## {{ '# 一' }}\n\n{{ '| a |' }}", encoding="utf-8"
    )
    document = build_document("方案.md", {"plan": Plan()}, [tmp_path], {"gongjian.plan": "yongli"})
    assert document == Document(
        "永利小学结对共建活动实施方案",
        (Heading(1, (Text("# 一"),)), Paragraph((Text("| a |"),))),
        properties={"gongjian.plan": "yongli"},
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=hostile_text)
def test_no_value_becomes_structure(render, value):
    if not clean_text(value):
        return
    from gongjian.document.markdown import parse_markdown

    document = parse_markdown(render("# 标题\n\n{{ value }}\n", value=value))
    assert document.blocks == (Paragraph((Text(clean_text(value)),)),)


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("一\n{{ plan.leader.phone }}", 2, "没有「plan.leader.phone」这一项"),
        ("{{ plan.leader.phone.area }}", 1, "没有「plan.leader.phone」这一项"),
        ("\n\n{{ office }}", 3, "没有「office」这一项"),
        ("{% if office %}{% endif %}", 1, "没有「office」这一项"),
        ("{{ basis.title }}", 1, "没有「basis.title」这一项"),
        ("{{ [] | first }}", 1, "列表是空的，没有第一项或最后一项"),
        ("{{ plan }}", 1, "这里有好几个栏目，不能整个印出来，请写到具体一栏"),
        ("{{ '昨天' | date }}", 1, "「昨天」不是日期，应写成 2024-03-05"),
        ("{{ 1 / 0 }}", 1, "除数是零"),
        ("{{ 1 + 'a' }}", 1, "这一行算不出来"),
        ("一\n{% for x in y %}\n", 2, "写法有误：「for」没有收尾"),
        ("{% fro x in y %}", 1, "写法有误：没有「fro」这个标签"),
        ("{% if x %}{% endfor %}", 1, "写法有误：这里不该有「endfor」，先要收尾的是「if」"),
        ("{{ x | foo }}", 1, "写法有误：没有「foo」这个过滤器"),
        ("{{ x is foo }}", 1, "写法有误：没有「foo」这个判断"),
        ("{{ x. }}", 1, "写法有误：点号后面要有名字"),
        ("{{ x y }}", 1, "写法有误：这里应当是「end of print statement」，却写了「y」"),
        ("{# 说明", 1, "写法有误：注释没有收尾，末尾要写 #}"),
        ("{% include '没有.md' %}", 1, "找不到模板「没有.md」"),
    ],
)
def test_errors(render, source, line, message):
    assert failure(render, source, plan=Plan(), basis=Basis()) == (line, message)


def test_an_error_in_an_included_template_is_placed_there(render, tmp_path):
    (tmp_path / "表.md").write_text("一\n{{ 单位 }}", encoding="utf-8")
    with pytest.raises(TemplateError) as error:
        render("{% include '表.md' %}")
    assert str(error.value) == "表.md 第2行：没有「单位」这一项"


def test_what_there_is_instead_is_said(render):
    with pytest.raises(TemplateError) as error:
        render("{{ plan.leader.phone }}", plan=Plan())
    assert error.value.hint == "可用的有：name、post"


def test_a_missing_template_names_those_there_are(render, tmp_path):
    render("一")
    with pytest.raises(TemplateError) as error:
        render_markdown("总结.md", {}, [tmp_path])
    assert str(error.value) == "总结.md：找不到模板「总结.md」（有这些：方案.md）"
