"""The files of a new repository, and writing those that are not there yet."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.model.schema import json_schema
from gongjian.repository.discovery import SETTINGS
from gongjian.repository.drafting.composing import Composed, compose, settle, wrong_schools
from gongjian.repository.drafting.period import period_in, usual_time
from gongjian.repository.drafting.place import FOLDER
from gongjian.repository.drafting.request import Request
from gongjian.repository.drafting.writing import fill_in
from gongjian.repository.starter.choice import Choice
from gongjian.repository.starter.services import CI_SERVICES, recipe
from gongjian.repository.writing import write_atomically
from gongjian.rules.packs import built_in_pack
from gongjian.rules.standards import Standards

REGISTRY = "学校名册.yaml"
EXAMPLE = "示例"

_TEMPLATES = Path(__file__).with_name("files")
_FOLDERS = {"plan": "plans/**/*.yaml", "policy": "policies/**/*.yaml", "ledger": "ledgers/**/*.yaml",
            "registry": REGISTRY, "repository": SETTINGS}  # fmt: skip
"""For each kind of file, where a repository has its files."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files: which were written, and which had been there."""

    new: tuple[str, ...]
    kept: tuple[str, ...]


def write_missing(root: Path, files: dict[str, bytes]) -> Written:
    """Write the files that are not there; what is there is left as it is.

    Raises:
        OSError: a file cannot be written.
    """
    new, kept = [], []
    for name, content in files.items():
        path = root / name
        if path.exists() or path.is_symlink():
            kept.append(name)
        else:
            write_atomically(path, content)
            new.append(name)
    return Written(tuple(new), tuple(kept))


def starter_files(choice: Choice, today: date, *, began: bool) -> dict[str, bytes]:
    """Give the files of a repository by name.

    Args:
        choice: what was chosen.
        today: the day of the example's document.
        began: whether it is a repository already: then it gets no example, registry and settings.
    """
    files = {} if began else {name: text.encode() for name, text in _contents(choice, today)}
    files |= {
        ".gitignore": _plain("gitignore"),
        ".editorconfig": _plain("editorconfig"),
        ".pre-commit-config.yaml": recipe("pre-commit-config.yaml"),
        ".vscode/settings.json": _json(_editor()),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
    }
    for kind in _kinds():
        files[f"schema/{kind}.schema.json"] = _json(json_schema(schema_of(f"{kind}/v1")))
    if service := CI_SERVICES.get(choice.ci):
        files[service.target] = recipe(service.recipe)
    return files


def refusals(choice: Choice, today: date) -> list[str]:
    """Say what the chosen packs have against the example's schools; nothing when all is well."""
    request, standards = _example(choice, today)
    return wrong_schools(request, standards)


def _contents(choice: Choice, today: date) -> Iterator[tuple[str, str]]:
    request, standards = _example(choice, today)
    example: Composed = compose(request, standards)
    leads = {pairing.lead for pairing in request.pairings}
    schools = [
        {
            "name": party.name,
            "area": "城区" if party.name in leads else "乡村",
            "stage": "小学",
            "level": "优质" if party.name in leads else "",  # a weak one would need a plan on every day
            "parent": next((other.name for other in request.parties() if other.id == party.parent), ""),
        }
        for party in request.parties()
    ]
    until = f"{today.year + 1}-08-31"
    told = {"name": choice.name, "bureau": choice.bureau, "policies": choice.policies, "registry": REGISTRY}
    yield SETTINGS, _filled("gongjian.yaml.j2", **told, until=until)
    yield REGISTRY, _filled("学校名册.yaml.j2", **told, schools=schools)
    yield f"{FOLDER}/{EXAMPLE}.yaml", example.text
    yield "README.md", _filled("README.md.j2", **told)


def _example(choice: Choice, today: date) -> tuple[Request, Standards]:
    """Give the example plan's request, and what it is held against."""
    standards = Standards(in_force=tuple(map(built_in_pack, choice.policies)))
    period = period_in(usual_time(choice.archetype, today))
    request = Request(choice.archetype, EXAMPLE, (), period, today, bureau=choice.bureau)
    return settle(request, standards), standards


def _kinds() -> list[str]:
    return [kind.partition("/")[0] for kind in KINDS]


def _editor() -> dict[str, object]:
    """The settings of VS Code: which schema is for which files."""
    return {
        "yaml.schemas": {f"./schema/{kind}.schema.json": _patterns(_FOLDERS[kind]) for kind in _kinds()},
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
    }


def _patterns(name: str) -> str | list[str]:
    """Give the patterns for files: yaml-language-server finds a Chinese name only as it stands in addresses."""
    return name if name.isascii() else [name, quote(name)]


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(name: str) -> bytes:
    return (_TEMPLATES / name).read_bytes()


def _filled(template: str, **told: object) -> str:
    return fill_in(_TEMPLATES / template, **told)
