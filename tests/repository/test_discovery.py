"""Which files a command is about."""

from pathlib import Path

import pytest

from gongjian.repository.discovery import find_targets, repository_root


@pytest.fixture
def county(tmp_path: Path) -> Path:
    for name in (
        "gongjian.yaml",
        "plans/b.yaml",
        "plans/a.yml",
        "plans/子/丙 丁.YAML",
        "plans/x.txt",
        ".git/c.yaml",
        "node_modules/d.yaml",
        "plans/.e.yaml",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def names(county: Path, *paths: Path, current: Path | None = None) -> list[tuple[str, bool]]:
    return [(target.name, target.given) for target in find_targets(paths, current or county)]


def test_root_is_found_by_walking_up(county: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert repository_root(county / "plans/子") == county.resolve()
    assert repository_root(tmp_path_factory.mktemp("nothing")) is None


def test_without_paths_the_whole_repository(county: Path) -> None:
    expected = [
        ("gongjian.yaml", False),
        ("plans/a.yml", False),
        ("plans/b.yaml", False),
        ("plans/子/丙 丁.YAML", False),
    ]
    assert names(county, current=county / "plans/子") == expected


def test_names_are_relative_to_the_repository_wherever_one_stands(county: Path) -> None:
    assert names(county, county / "plans/b.yaml", current=county / "plans") == [("plans/b.yaml", True)]


def test_a_file_named_twice_is_read_once(county: Path) -> None:
    assert names(county, county / "plans/b.yaml", county / "plans")[0] == ("plans/b.yaml", True)
    assert len(names(county, county / "plans", county / "plans/b.yaml")) == 3


def test_a_missing_path_is_listed(county: Path) -> None:
    assert names(county, county / "没有.yaml") == [("没有.yaml", True)]


def test_links_in_a_circle_end(county: Path) -> None:
    (county / "plans/loop").symlink_to(county, target_is_directory=True)
    assert len(names(county)) == 4


def test_outside_any_repository_names_are_relative_to_the_current_folder(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder, other = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("there")
    for place in (folder, other):
        (place / "a.yaml").touch()
    assert names(folder, folder) == [("a.yaml", False)]
    assert names(folder, other / "a.yaml") == [((other / "a.yaml").as_posix(), True)]
