"""Write the documentation that is generated from the code, or check that it is not stale.

python docs/build.py            writes docs/rules/ and docs/schema/
python docs/build.py --check    says which files are stale and exits with 1
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from gongjian.model.finding import SEVERITIES
from gongjian.model.registry import KINDS, schema_of
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
    for kind in KINDS:
        name = kind.partition("/")[0]
        for keys in ("en", "zh"):
            schema = json_schema(schema_of(kind), chinese_keys=keys == "zh")
            suffix = "" if keys == "en" else ".zh"
            yield (
                DOCS / f"schema/{name}{suffix}.schema.json",
                json.dumps(schema, ensure_ascii=False, indent=2) + "\n",
            )


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
