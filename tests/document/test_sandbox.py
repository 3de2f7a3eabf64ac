"""Templates that reach for what is not theirs, or never end."""

import time

import pytest
from pydantic import BaseModel

from gongjian.document.environment import render_markdown
from gongjian.document.errors import TemplateError

REACHING = [
    ("{{ plan.__class__ }}", "模板不能使用「__class__」"),
    ("{{ ''.__class__.__mro__ }}", "模板不能使用「__class__」"),
    ("{{ plan['__class__'] }}", "模板不能使用「__class__」"),
    ("{{ plan.parse_file('/etc/passwd') }}", "模板不能使用「parse_file」"),
    ("{{ plan.model_dump() }}", "模板不能使用「model_dump」"),
    ("{{ plan.model_fields }}", "模板不能使用「model_fields」"),
    ("{{ range.__globals__ }}", "模板不能使用「__globals__」"),
    ("{{ names.append('x') }}", "模板不能使用「append」"),
    ("{{ '{0.__class__}'.format(plan) }}", "模板不能使用「format」"),
    ("{{ self.__init__ }}", "模板不能使用「__init__」"),
    ("{{ plan | attr('__class__') }}", "写法有误：没有「attr」这个过滤器"),
    ("{% include '/etc/passwd' %}", "不能用「/etc/passwd」：只能用模板文件夹里的模板"),
    ("{% include '../secret.md' %}", "不能用「../secret.md」：只能用模板文件夹里的模板"),
    ("{% include 'link.md' %}", "不能用「link.md」：模板是指向文件夹外面的链接"),
    ("{% import 'os' as os %}", "找不到模板「os」"),
]

TOO_MUCH = "生成的文字超过5000万字"
TOO_OFTEN = "循环和调用超过100万次，可能没有尽头"


def grown(step, start="'十个字十个字'"):
    """A template that makes a value of itself, sixty times over."""
    return (
        f"{{% set n = namespace(x={start}) %}}{{% for i in range(60) %}}{{% set n.x {step} %}}{{% endfor %}}"
    )


ENDLESS = [
    ("{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}", TOO_OFTEN),
    ("{% for x in range(9999999999) %}{% endfor %}", "range 太长"),
    ("{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}", "模板自己套自己，没有尽头"),
    (
        "{% macro f(n) %}{% if n < 60 %}{{ f(n + 1) }}{{ f(n + 1) }}{% endif %}{% endmacro %}{{ f(1) }}",
        TOO_OFTEN,
    ),
    ("{% include 'bomb.md' %}", "模板自己套自己，没有尽头"),
    ("{{ '字' * 99999999999 }}", "乘法、乘方和求余只能用于不太大的数"),
    ("{{ [1] * 99999999999 }}", "乘法、乘方和求余只能用于不太大的数"),
    ("{{ 9 ** 9 ** 9 }}", "模板里不能用乘方"),
    ("{{ '%999999999d' % 1 }}", "乘法、乘方和求余只能用于不太大的数"),
    ("{{ '{:>9999999999}'.format(1) }}", "模板不能使用「format」"),
    ("{{ 'x' | center(9999999999) }}", "写法有误：没有「center」这个过滤器"),
    (grown("= n.x ~ n.x"), TOO_MUCH),
    (grown("= n.x + n.x"), TOO_MUCH),
    (grown("= n.x | replace('字', n.x)"), TOO_MUCH),
    (grown("= [n.x, n.x] | join(n.x)"), TOO_MUCH),
    (grown("%}{{ n.x }}{{ n.x }}{% endset"), TOO_MUCH),
    (grown("= n.x + n.x", start="[1, 2]"), TOO_OFTEN),
]


class Plan(BaseModel):
    title: str = "方案"


@pytest.fixture
def folder(tmp_path):
    templates = tmp_path / "templates"
    templates.mkdir()
    (tmp_path / "secret.md").write_text("秘密", encoding="utf-8")
    (templates / "link.md").symlink_to(tmp_path / "secret.md")
    return templates


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("source", "message"), REACHING + ENDLESS)
def test_refused(folder, source, message):
    (folder / "bomb.md").write_text(source, encoding="utf-8")
    started = time.monotonic()
    with pytest.raises(TemplateError) as error:
        render_markdown("bomb.md", {"plan": Plan(), "names": ["甲"]}, [folder])
    assert error.value.message == message
    assert time.monotonic() - started < 20


def test_what_templates_do_need_is_there(folder):
    source = (
        "{% set n = namespace(total=0) %}"
        "{% for name, count in people.items() %}{% set n.total = n.total + count %}"
        "{{ loop.index }}{{ name.strip() }}{{ loop.cycle('a', 'b') }}{% endfor %}"
        "{{ n.total }}{{ people.get('乙') }}{{ range(3) | list | length }}"
    )
    (folder / "方案.md").write_text(source, encoding="utf-8")
    assert render_markdown("方案.md", {"people": {" 甲": 1, "乙": 2}}, [folder]) == "1甲a2乙b323"


def test_a_county_roster_is_no_bomb(folder):
    source = "{% for row in rows %}\n{% for cell in row %}| {{ cell }} {% endfor %}|\n{% endfor %}"
    (folder / "方案.md").write_text(source, encoding="utf-8")
    rows = [["王某某", "语文", "云岭县实验小学"]] * 10_000
    assert render_markdown("方案.md", {"rows": rows}, [folder]).count("\n") == 10_000
