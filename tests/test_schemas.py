"""docs/schema/ as other programs use it: it takes every sound file and refuses what breaks a schema.

The files are read as check-jsonschema reads them. `python -m check_jsonschema` itself runs for a few;
the rest is its validator, without starting it anew for every file.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.source.file import SourceFile
from gongjian.source.layout import laid_out
from gongjian.source.loading import kind_of

jsonschema = pytest.importorskip("jsonschema", reason="needs jsonschema")
yaml_parser = pytest.importorskip("check_jsonschema.parsers.yaml", reason="needs check-jsonschema")

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "docs/schema"
CASES = ROOT / "tests/cases"
SOUND = sorted(
    [*ROOT.glob("plans/**/*.yaml"), *ROOT.glob("src/gongjian/policies/*.yaml"), *CASES.glob("good/*.yaml")]
)
BAD = sorted(
    path
    for path in CASES.glob("bad/*.yaml")
    if re.search(r": GJ1\d\d ", path.with_suffix(".txt").read_text("utf-8"))
)
OTHER_READING = {
    "yaml-scalars": "no、08、1_000 不加引号：程序按文字读，YAML 自己当作别的",
    "traditional-gongtongti": "繁体文件：程序先折成简体，JSON Schema 只认一种字",
    "traditional-hong-kong": "繁体文件",
    "traditional-keys": "繁体的键",
}
"""Sound files that a JSON Schema cannot take, and why."""
NOT_SAID = {
    "bad-school-year": "相邻两年要算一算",
    "impossible-date": "哪个月有几天要查日历",
    "day-of-no-year": "哪个月有几天要查日历",
    "quota-reversed": "两个数谁大要算一算",
    "pack-contradictory-kinds": "活动类型要查类型表",
}
"""Bad cases that a JSON Schema cannot refuse, and why."""
NOT_OURS = {
    "misspelt-kind": "没有说明自己是哪一种文件，不知道用哪一份格式",
}


@cache
def parser() -> Any:
    return yaml_parser.construct_yaml_implementation(typ="safe", pure=True)


@cache
def validator(kind: str, keys: str) -> Any:
    suffix = ".zh" if keys == "zh" else ""
    path = SCHEMAS / f"{kind.partition('/')[0]}{suffix}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(text: str, keys: str) -> list[str]:
    data = parser().load(text)
    kind = data.get("gongjian") or data["文件类型"]
    return [error.message for error in validator(kind, keys).iter_errors(data)]


def keys_of(path: Path) -> str:
    return "zh" if path.stem == "chinese-keys" else "en"


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_file_is_taken(path: Path) -> None:
    found = faults(path.read_text(encoding="utf-8-sig"), keys_of(path))
    assert bool(found) == (path.stem in OTHER_READING), found


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_file_is_taken_with_chinese_keys(path: Path) -> None:
    if path.stem in OTHER_READING:
        pytest.skip(OTHER_READING[path.stem])
    source = SourceFile.read(path, path.name)
    text = laid_out(source, schema_of(kind_of(source)), "zh")
    assert faults(text, "zh") == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_refused(path: Path) -> None:
    if path.stem in NOT_OURS:
        pytest.skip(NOT_OURS[path.stem])
    found = faults(path.read_text(encoding="utf-8"), keys_of(path))
    assert bool(found) != (path.stem in NOT_SAID), found


def test_what_is_not_said_is_among_the_cases() -> None:
    assert {*NOT_SAID} <= {path.stem for path in BAD}
    assert {*OTHER_READING} <= {path.stem for path in SOUND}


def check_jsonschema(kind: str, *paths: Path) -> int:
    schema = str(SCHEMAS / f"{kind}.schema.json")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *map(str, paths)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_check_jsonschema_itself() -> None:
    assert check_jsonschema("plan", ROOT / "plans/songyang.yaml", ROOT / "plans/yongli.yaml") == 0
    assert check_jsonschema("plan", CASES / "bad/misspelt-key.yaml") == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keys", ["en", "zh"])
def test_patterns_are_those_of_editors(kind: str, keys: str) -> None:
    """ECMA 262 with the flag u, which editors compile patterns with, knows fewer escapes than Python."""
    for pattern in _patterns(validator(kind, keys).schema):
        re.compile(pattern)
        assert not re.search(r"\\[^sSwWdDbBu\[\](){}.*+?|^$/\\-]", pattern), pattern


def _patterns(schema: Any) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["pattern"]] if isinstance(schema.get("pattern"), str) else []
        return own + [pattern for value in schema.values() for pattern in _patterns(value)]
    return [pattern for value in schema for pattern in _patterns(value)] if isinstance(schema, list) else []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keys", ["en", "zh"])
def test_strict_validators_have_nothing_to_warn_of(kind: str, keys: str) -> None:
    """What Ajv's strict mode asks for: no unknown words, no unions in `type`, patterns of texts, keys that are known."""
    for described in _described(validator(kind, keys).schema):
        assert described.keys() <= _WORDS, described.keys() - _WORDS
        assert isinstance(described.get("type", ""), str), described
        assert "pattern" not in described or described["type"] == "string", described
        assert {*described.get("required", ())} <= described.get("properties", {}).keys(), described


_WORDS = {
    "$schema", "$defs", "$ref", "title", "description", "examples", "default", "type", "enum", "const", "properties", "required",
    "additionalProperties", "items", "minItems", "maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum",
    "exclusiveMinimum", "format", "anyOf", "oneOf", "allOf", "if", "then", "uniqueItems", "propertyNames",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keys", ["en", "zh"])
def test_every_key_is_explained_in_chinese(kind: str, keys: str) -> None:
    schema = validator(kind, keys).schema
    for described in _described(schema):
        for key, value in described.get("properties", {}).items():
            if described.keys() == {"properties", "required"}:
                continue  # asks for a key that is explained elsewhere
            titled = value if "title" in value else schema["$defs"][value["$ref"].rpartition("/")[2]]
            assert re.search("[一-鿿]", titled["title"]), key
            assert re.search("[一-鿿]", value["description"]), key
            assert value["examples"], key


def _described(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema within a schema; what examples and defaults hold is none."""
    if not isinstance(schema, dict):
        return
    yield schema
    for word in ("$defs", "properties"):
        for each in schema.get(word, {}).values():
            yield from _described(each)
    for word in ("anyOf", "oneOf", "allOf"):
        for each in schema.get(word, ()):
            yield from _described(each)
    for word in ("items", "additionalProperties", "propertyNames", "if", "then"):
        yield from _described(schema.get(word))
