"""Where templates may come from."""

import pytest
from jinja2 import Environment, TemplateNotFound

from gongjian.document.loader import FolderLoader, RefusedTemplateError


@pytest.fixture
def loader(tmp_path):
    (tmp_path / "表").mkdir()
    (tmp_path / "方案.md").write_text("一", encoding="utf-8-sig")
    (tmp_path / "表" / "名册.md.j2").write_text("二", encoding="utf-8")
    (tmp_path / "旧.md").write_bytes("三".encode("gbk"))
    (tmp_path / "大.md").write_bytes(b" " * 1_000_001)
    return FolderLoader([tmp_path])


def source(loader, name):
    return loader.get_source(Environment(autoescape=True), name)[0]


def test_a_byte_order_mark_is_dropped(loader):
    assert source(loader, "方案.md") == "一"


def test_folders_within(loader):
    assert source(loader, "表/名册.md.j2") == "二"


def test_the_names_there_are(loader):
    assert loader.list_templates() == ["大.md", "方案.md", "旧.md", "表/名册.md.j2"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("旧.md", "模板不是 UTF-8 编码，请另存为 UTF-8"),
        ("大.md", "模板太大，超过1000千字节"),
        ("/etc/passwd", "只能用模板文件夹里的模板"),
        ("表/../../x.md", "只能用模板文件夹里的模板"),
        ("..\\x.md", "只能用模板文件夹里的模板"),
        ("c:x.md", "只能用模板文件夹里的模板"),
        ("x\0.md", "只能用模板文件夹里的模板"),
    ],
)
def test_refused(loader, name, message):
    with pytest.raises(RefusedTemplateError) as error:
        source(loader, name)
    assert error.value.message == message


@pytest.mark.parametrize("name", ["没有.md", "表", ""])
def test_not_there(loader, name):
    with pytest.raises(TemplateNotFound):
        source(loader, name)
