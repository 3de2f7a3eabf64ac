"""Write the documentation that is generated from the code, or check that it is not stale.

python docs/build.py            writes docs/rules/, docs/schema/ and docs/fonts.md
python docs/build.py --check    says which files are stale and exits with 1
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from gongjian.document.pdf.fonts import FOLDERS_VARIABLE
from gongjian.document.pdf.typefaces import CLASSES, INSTALLING, Class
from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.model.finding import SEVERITIES
from gongjian.model.schema import json_schema
from gongjian.rules.index import RULES
from gongjian.rules.page import page

DOCS = Path(__file__).parent


def generated() -> Iterator[tuple[Path, str]]:
    """Yield every generated file with its content."""
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {SEVERITIES[rule.severity]} | {rule.title} |"
        for rule in RULES.values()
    ]
    table = "\n".join(["| 规则 | 程度 | 内容 |", "|---|---|---|", *rows])
    yield (
        DOCS / "rules/README.md",
        f"# 检查规则\n\n在终端里用 `gongjian explain 编号` 看同样的内容。\n\n{table}\n",
    )
    for rule in RULES.values():
        yield DOCS / f"rules/{rule.id}.md", page(rule)
    yield DOCS / "fonts.md", fonts_page()
    for kind in KINDS:
        name = kind.partition("/")[0]
        for keys in ("en", "zh"):
            schema = json_schema(schema_of(kind), chinese_keys=keys == "zh")
            suffix = "" if keys == "en" else ".zh"
            yield (
                DOCS / f"schema/{name}{suffix}.schema.json",
                json.dumps(schema, ensure_ascii=False, indent=2) + "\n",
            )


def fonts_page() -> str:
    """Give the page about the fonts of PDF files."""
    chapters = "\n".join(map(font_table, CLASSES.values()))
    places = "\n".join(f"- {place}" for place in INSTALLING)
    return (
        "# 印 PDF 用的字体\n\n"
        "`gongjian render --format pdf` 用这台机器上的字体：先用版式选定的（默认方正小标宋简体、仿宋_GB2312、黑体、楷体_GB2312、"
        "宋体），没有就照下面的表从上往下找，用第一种装好的。一类字体一种也没有，就不印，并说明要装什么：宁可不印，不用别的字体"
        "代替，也不印方框。个别字（生僻人名、表情符号）选定的字体里没有，就从别的字体里找；都没有，就指出是哪些字。\n\n"
        f"字体放在别处的，用环境变量 `{FOLDERS_VARIABLE}` 指明文件夹（几个文件夹之间的分隔同 `PATH`）。\n\n"
        f"## 到哪里去装\n\n{places}\n\n{chapters}"
    )


def font_table(fonts: Class) -> str:
    """Give the table of one class of typefaces."""
    rows = [
        f"| {face.family} | {face.known_as} | {'粗体' if face.weight > 400 else '加粗' if face.thicken else ''} |"
        for face in fonts.typefaces
    ]
    table = "\n".join(["| 字体名 | 又名 | 字重 |", "|---|---|---|", *rows])
    return f"## {fonts.name}：{fonts.sets}\n\n{table}\n"


def stale() -> list[Path]:
    """List the generated files that are missing, out of date, or no longer generated."""
    wanted = dict(generated())
    present = {*DOCS.glob("rules/*.md"), *DOCS.glob("schema/*.json")}
    return sorted(
        [
            path
            for path, text in wanted.items()
            if not path.is_file() or path.read_text(encoding="utf-8") != text
        ]
        + [path for path in present if path not in wanted]
    )


def main(arguments: list[str]) -> int:
    """Write, or check."""
    if arguments == ["--check"]:
        for path in stale():
            print(f"stale: {path.relative_to(DOCS.parent)} (python docs/build.py)")
        return 1 if stale() else 0
    for path in stale():
        path.unlink(missing_ok=True)
    for path, text in generated():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
