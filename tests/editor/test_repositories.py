import os
from pathlib import Path

from gongjian.editor.repositories import Repositories

HEAD = "gongjian: repository/v1\n"
PACK = "gongjian: policy/v1\nid: own\ntitle: {title}\ndocument: {{title: 甲, issuer: 乙}}\n"


def write(path: Path, text: str, stamp: int = 1) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(stamp, stamp))


def test_settings_are_read_again_when_they_change(tmp_path: Path) -> None:
    file = tmp_path / "gongjian.yaml"
    write(file, HEAD + "members_per_lead: 2\n")
    repositories = Repositories()
    first = repositories.of(tmp_path)
    assert first[1].members_per_lead == 2
    assert repositories.of(tmp_path)[0] is first[0]
    assert not repositories.update(tmp_path)
    write(file, HEAD + "members_per_lead: 5\n", stamp=2)
    assert repositories.update(tmp_path)
    assert repositories.of(tmp_path)[1].members_per_lead == 5


def test_what_is_being_written_counts_unless_it_is_unsound(tmp_path: Path) -> None:
    file = tmp_path / "gongjian.yaml"
    write(file, HEAD + "members_per_lead: 2\n")
    repositories = Repositories()
    assert repositories.of(tmp_path, {file: HEAD + "members_per_lead: 7\n"})[1].members_per_lead == 7
    assert repositories.of(tmp_path, {file: HEAD + "members_per_lead: 8\n"})[1].members_per_lead == 8
    assert repositories.of(tmp_path, {file: HEAD + "members_per_lead: [\n"})[1].members_per_lead == 2
    assert repositories.of(tmp_path)[1].members_per_lead == 2


def test_a_pack_that_is_being_written_or_comes_later(tmp_path: Path) -> None:
    write(tmp_path / "gongjian.yaml", HEAD + "policies: own.yaml\n")
    pack = tmp_path / "own.yaml"
    repositories = Repositories()
    assert repositories.of(tmp_path)[1].in_force == ()
    write(pack, PACK.format(title="一"))
    assert repositories.update(tmp_path)
    assert [each.title for each in repositories.of(tmp_path)[1].in_force] == ["一"]
    unsaved = {pack: PACK.format(title="二")}
    assert [each.title for each in repositories.of(tmp_path, unsaved)[1].in_force] == ["二"]


def test_a_registry_that_is_being_written(tmp_path: Path) -> None:
    write(tmp_path / "gongjian.yaml", HEAD + "registry: 名册.yaml\n")
    registry = tmp_path / "名册.yaml"
    write(registry, "gongjian: registry/v1\nschools: [{name: 甲小学}]\n")
    repositories = Repositories()
    found = repositories.of(tmp_path)[1].registry
    assert found
    assert [each.name for each in found.schools] == ["甲小学"]
    unsaved = {registry: "gongjian: registry/v1\nschools: [{name: 乙小学}]\n"}
    found = repositories.of(tmp_path, unsaved)[1].registry
    assert found
    assert [each.name for each in found.schools] == ["乙小学"]


def test_a_change_that_says_nothing_else_is_none(tmp_path: Path) -> None:
    file = tmp_path / "gongjian.yaml"
    write(file, HEAD)
    repositories = Repositories()
    assert not repositories.update(tmp_path)
    assert not repositories.update(tmp_path, {file: HEAD})
    assert not repositories.update(tmp_path, {file: HEAD + "# 备注\n"})
    assert repositories.update(tmp_path, {file: HEAD + "severity: {GJ231: off}\n"})


def test_outside_of_a_repository_nothing_changes() -> None:
    repositories = Repositories()
    assert repositories.of(None)[0].root is None
    assert not repositories.update(None)
