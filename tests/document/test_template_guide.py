"""docs/templates.md says what is there: kinds, blocks, names, filters; its examples are run."""

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import get_type_hints

import pytest
from materials import COMPLIANCE, material_of, plan_of
from test_golden import PLANS

from gongjian.document.builtin import builtin_templates
from gongjian.document.environment import build_document, render_markdown
from gongjian.document.filters import FILTERS
from gongjian.document.kinds import KINDS
from gongjian.document.rendering import document_from
from gongjian.document.tree import Items, plain_text
from gongjian.document.views.implementation import ImplementationView
from gongjian.document.views.parts import Point

GUIDE = (Path(__file__).parents[2] / "docs/templates.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^\| `(\{\{.+?\}\})` \| (.+) \|$", re.MULTILINE)


def section(heading: str) -> str:
    """What stands under the first heading that begins so."""
    found = re.search(
        rf"^(#+) [^\n]*{re.escape(heading)}[^\n]*\n(.*?)(?=^#|\Z)", GUIDE, re.MULTILINE | re.DOTALL
    )
    assert found, heading
    return found[2]


def names_in(text: str) -> set[str]:
    """The names in the first column of a table."""
    rows = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def names_of(kind: str) -> set[str]:
    view = get_type_hints(KINDS[kind].words)["return"]
    return {field.name for field in fields(view)} - {"plan"}


def blocks_of(template: str) -> list[str]:
    """The blocks of a template in their order, those of what it extends first."""
    source = (builtin_templates() / template).read_text(encoding="utf-8")
    base = re.search(r'{% extends "(.+?)" %}', source)
    own = re.findall(r"{% block (\w+) %}", source)
    inherited = blocks_of(base[1]) if base else []
    return inherited + [name for name in own if name not in inherited]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed_with_its_blocks(kind: str) -> None:
    row = re.search(rf"^\| {kind} \|.*\| ([^|]+) \|$", section("文种"), re.MULTILINE)
    assert row
    assert re.findall(r"`(\w+)`", row[1]) == blocks_of(KINDS[kind].template)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "印发通知"])
def test_every_name_that_a_template_may_use_is_told(kind: str) -> None:
    own = GUIDE[GUIDE.index("## 填什么") :]
    found = re.search(rf"^### [^\n]*{kind}[^\n]*\n(.*?)(?=^#)", own, re.MULTILINE | re.DOTALL)
    assert found
    assert names_in(found[1]) == names_of(kind)


def test_a_notice_has_the_names_of_the_plan_and_its_own() -> None:
    own = GUIDE[GUIDE.index("### 印发通知") :].partition("\n### ")[0]
    of_the_plan = {field.name for field in fields(ImplementationView)}
    assert names_in(own) == names_of("印发通知") - of_the_plan


@pytest.mark.parametrize(("example", "printed"), EXAMPLE.findall(GUIDE))
def test_an_example_prints_what_it_says(example: str, printed: str, tmp_path: Path) -> None:
    (tmp_path / "例.md.j2").write_text(example.replace("\\|", "|"), encoding="utf-8")
    context = {"plan": plan_of("yongli")}
    assert render_markdown("例.md.j2", context, [tmp_path]) == printed


def test_every_filter_has_an_example() -> None:
    used = {name for example, _ in EXAMPLE.findall(GUIDE) for name in re.findall(r"\\\| (\w+)", example)}
    assert set(FILTERS) - used == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_can_be_changed(kind: str, tmp_path: Path) -> None:
    material = replace(material_of(PLANS[kind]), compliance=COMPLIANCE)
    view = KINDS[kind].words(KINDS[kind].prepared(material))
    context = {field.name: getattr(view, field.name) for field in fields(view)}
    template = KINDS[kind].template
    for block in blocks_of(template):
        child = f'{{% extends "{template}" %}}{{% block {block} %}}\n换掉了{{% endblock %}}'
        (tmp_path / f"{block}.md.j2").write_text(child, encoding="utf-8")
        made = render_markdown(f"{block}.md.j2", context, [tmp_path, builtin_templates()])
        assert made.count("换掉了") == 1, block


def test_a_repositorys_own_plan_goes_into_the_notice(tmp_path: Path) -> None:
    own = "{% if not issued %}# {{ plan.title }}{% endif %}\n\n本县自己的写法。\n"
    (tmp_path / "实施方案.md.j2").write_text(own, encoding="utf-8")
    made = document_from(material_of("songyang"), "", "印发通知", own=[tmp_path])
    assert [plain_text(block.inlines) for block in made.attachments[0].blocks] == ["本县自己的写法。"]


def test_points_are_nested_as_deep_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "t.md.j2").write_text(
        '# 题\n{% from "_公文.md.j2" import list %}\n{{ list(points) }}', encoding="utf-8"
    )
    points = (Point("甲", "", (Point("", "甲一。", (Point("", "甲一一。"),)),)), Point("", "乙。"))
    folders = [tmp_path, builtin_templates()]
    (items,) = build_document("t.md.j2", {"points": points}, folders).blocks
    assert isinstance(items, Items)
    assert [(item.depth, plain_text(item.inlines)) for item in items.items] == [
        (0, "甲。"), (1, "甲一。"), (2, "甲一一。"), (0, "乙。"),
    ]  # fmt: skip
