"""Validators that are kept: they say what Pydantic's own say, and are made anew whenever anything is wrong with them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from gongjian.model.base import Model
from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.model.keys import models
from gongjian.source import validators
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import kind_of
from gongjian.source.validators import validator_of

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("plans", "tests/cases") for path in (ROOT / folder).rglob("*.yaml"))
SCHEMAS = [schema_of(kind) for kind in KINDS]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is kept; every schema is taken for one that was not made yet."""
    monkeypatch.setattr(validators, "cache_from_source", lambda _: str(tmp_path / "__pycache__/x.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    for schema in SCHEMAS:
        for part in models(schema):
            monkeypatch.setattr(part, "__pydantic_complete__", False)
    return tmp_path / "__pycache__"


def made(schema: type[Model]):  # type: ignore[no-untyped-def]
    schema.__pydantic_complete__ = False
    return validator_of.__wrapped__(schema)


def outcome(validate, data: object) -> object:  # type: ignore[no-untyped-def]
    try:
        return validate(data)
    except ValidationError as error:
        return error.errors(include_url=False)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.__name__)
def test_every_schema_can_be_kept(kept: Path, schema: type[Model]) -> None:
    made(schema)
    assert [path.name.split(".")[0] for path in kept.iterdir()] == [schema.__name__]


def test_what_is_kept_says_the_same_of_every_file(kept: Path) -> None:
    for schema in SCHEMAS:
        made(schema)
    assert len(list(kept.iterdir())) == len(SCHEMAS)
    again = {schema: made(schema) for schema in SCHEMAS}
    seen = set()
    for path in FILES:
        try:
            source = SourceFile.read(path, path.name)
            kind = kind_of(source)
        except SourceError:
            continue
        if kind in KINDS:
            schema = schema_of(kind)
            assert again[schema].__self__ is not schema.__pydantic_validator__
            for data in (source.fast, source.exact):
                found, expected = outcome(again[schema], data), outcome(schema.model_validate, data)
                assert str(found) == str(expected)
                assert found == expected or isinstance(found, list)
            seen.add(kind)
    assert seen == set(KINDS)


@pytest.mark.parametrize("content", [b"", b"garbage", b"\x80\x05N."], ids=["empty", "garbage", "nothing"])
def test_what_is_of_no_use_is_made_anew(kept: Path, content: bytes) -> None:
    schema = schema_of("registry/v1")
    made(schema)
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    file.write_bytes(content)
    assert outcome(made(schema), {"gongjian": "registry/v1", "schools": [{"name": "甲小学"}]})
    assert file.read_bytes() == whole


def test_those_of_earlier_versions_go(kept: Path) -> None:
    kept.mkdir()
    (kept / "Registry.cpython-30.0.schema").write_bytes(b"")
    (kept / "Plan.cpython-30.0.schema").write_bytes(b"")
    made(schema_of("registry/v1"))
    assert len(list(kept.glob("Registry.*"))) == 1
    assert len(list(kept.glob("Plan.*"))) == 1


def test_nothing_is_kept_where_byte_code_is_not(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    made(schema_of("registry/v1"))
    assert not kept.exists()


def test_where_nothing_can_be_written_all_is_well(kept: Path) -> None:
    kept.write_bytes(b"")
    assert outcome(made(schema_of("registry/v1")), {"gongjian": "registry/v1", "schools": []})


def test_another_version_of_a_model_is_another_name(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = schema_of("registry/v1")
    first = validators._kept_at(schema)
    version = validators._version
    monkeypatch.setattr(validators, "_version", lambda: version() + 1)
    assert validators._kept_at(schema) != first


def test_a_second_program_makes_no_validator(tmp_path: Path) -> None:
    script = (
        "import sys; from gongjian.model.plan import Plan; from gongjian.source.validators import validator_of;"
        "validator_of(Plan); print(Plan.__pydantic_complete__)"
    )
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", script]
    said = [subprocess.check_output(command, env=environment, text=True).strip() for _ in range(2)]
    assert said == ["True", "False"]
