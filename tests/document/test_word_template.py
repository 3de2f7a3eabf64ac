"""A bureau's own Word file filled in: what may stand in it, and what is refused."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from gongjian.document.errors import MissingExtraError, TemplateError
from gongjian.document.word_template import WORD_FILTERS, WordEnvironment, fill_word_template

docx = pytest.importorskip("docx", reason="pip install gongjian[word] 后才检查")
pytest.importorskip("docxtpl", reason="pip install gongjian[word] 后才检查")

PLAN = {"title": "甲 & 乙 <小学>方案", "theme": None, "measures": [{"heading": "教研"}, {"heading": "交流"}]}
PROPERTIES = {"gongjian.plan": "jia-2024", "gongjian.template": "本局.docx"}


@pytest.fixture
def template(tmp_path):
    """Write a Word file of paragraphs, and of a table."""

    def write(*paragraphs, table=()):
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if table:
            grid = document.add_table(rows=0, cols=len(table[0]))
            for row in table:
                for cell, text in zip(grid.add_row().cells, row, strict=True):
                    cell.text = text
        path = tmp_path / "本局.docx"
        document.save(path)
        return path

    return write


def filled(path, **context):
    return docx.Document(BytesIO(fill_word_template(path, context or {"plan": PLAN}, PROPERTIES)))


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def test_values_are_filled_in_and_stay_text(template):
    path = template("{{ plan.title }}", "主题：{{ plan.theme }}", "{{ plan.theme | pending('主题') }}")
    assert texts(filled(path)) == ["甲 & 乙 <小学>方案", "主题：（待补）", "【待补：主题】"]


def test_paragraphs_and_rows_repeat(template):
    path = template(
        "{%p for m in plan.measures %}", "{{ loop.index | hanzi }}、{{ m.heading }}", "{%p endfor %}",
        table=[("序号", "措施"), ("{%tr for m in plan.measures %}", ""), ("{{ loop.index }}", "{{ m.heading }}"),
               ("{%tr endfor %}", "")],
    )  # fmt: skip
    document = filled(path)
    assert texts(document) == ["一、教研", "二、交流"]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows == [["序号", "措施"], ["1", "教研"], ["2", "交流"]]


def test_a_text_of_several_paragraphs_makes_several(template):
    document = filled(template("{{ texts | paragraphs }}"), texts=["一段。", "二段。\n三段。"])
    assert texts(document) == ["一段。", "二段。", "三段。"]


def test_lists_and_quotas_are_in_words(template):
    path = template("{{ names }}；{{ '≥2次/学期' | quota }}")
    assert texts(filled(path, names=["甲", "乙"])) == ["甲、乙；每学期不少于2次"]


def test_the_same_gives_the_same_bytes_with_the_properties(template):
    path = template("{{ plan.title }}")
    first, second = (fill_word_template(path, {"plan": PLAN}, PROPERTIES) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as package:
        properties = package.read("docProps/custom.xml").decode()
        assert "jia-2024" in properties
        assert 'name="gongjian.text"' in properties
        assert "custom-properties+xml" in package.read("[Content_Types].xml").decode()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ plan.titel }}", "本局.docx：没有「titel」这一项（可用的有：title、theme、measures）"),
        ("{{ plan.title | upper }", "本局.docx：写法有误：这里不该有「}」"),
        ("{{ plan.title | fold }}", "本局.docx：写法有误：没有「fold」这个过滤器"),
        ("{{ plan.__class__ }}", "本局.docx：模板不能使用「__class__」"),
        ("{{ ''.__class__.__mro__ }}", "本局.docx：模板不能使用「__class__」"),
        ("{% include '/etc/passwd' %}", "本局.docx：不能用「/etc/passwd」：只能用模板文件夹里的模板"),
        ("{% for a in range(10 ** 9) %}a{% endfor %}", "本局.docx：模板里不能用乘方"),
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}a{% endfor %}{% endfor %}",
            "本局.docx：循环和调用超过100万次，可能没有尽头",
        ),
        ("{{ plan.title | safe }}", "本局.docx：写法有误：没有「safe」这个过滤器"),
    ],
)
def test_wrong_tags_are_told(template, text, message):
    with pytest.raises(TemplateError) as error:
        filled(template(text))
    assert str(error.value).split("（在“")[0] == message


def test_tags_across_cells_are_told(template):
    path = template("{% if plan.theme %}", table=[("甲", "{% endif %}")])
    with pytest.raises(TemplateError, match="填好以后不是完整的 Word 文件（每个"):
        filled(path)


def damaged(path, name, content):
    with ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    parts[name] = content(parts.get(name, b"")) if callable(content) else content
    with ZipFile(path, "w") as package:
        for each, data in parts.items():
            package.writestr(each, data)


LINK = (
    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    b'Target="http://a.example/x.png" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("word/vbaProject.bin", b"macro", "文件带宏"),
        (
            "word/_rels/document.xml.rels",
            lambda old: old.replace(b"</Relationships>", LINK),
            "文件链接到外部的内容 http://a.example/x.png",
        ),
        ("word/document.xml", b"<w:document", "文件坏了"),
    ],
)
def test_files_that_may_do_harm_are_refused(template, name, content, message):
    path = template("{{ plan.title }}")
    damaged(path, name, content)
    with pytest.raises(TemplateError, match=message):
        filled(path)


def test_what_is_no_word_file_is_refused(tmp_path):
    path = tmp_path / "模板.docx"
    path.write_text("不是", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"^模板.docx：不是 Word 文件（.docx）$"):
        filled(path)
    with pytest.raises(TemplateError, match="打不开"):
        filled(tmp_path / "没有.docx")


def test_without_the_library_the_command_is_told(template, monkeypatch):
    path = template("{{ plan.title }}")
    monkeypatch.setitem(__import__("sys").modules, "docxtpl", None)
    with pytest.raises(MissingExtraError) as error:
        filled(path)
    assert (
        str(error.value)
        == '填写单位自己的 Word 模板要用 docxtpl，还没有安装（先运行：pip install "gongjian[word]"）'
    )


def test_it_has_all_filters_but_the_one_that_trusts():
    assert {name for name in WordEnvironment().filters if name in WORD_FILTERS} == WORD_FILTERS
    assert "safe" not in WordEnvironment().filters
