"""Two snapshots compared: folders, commits, and files that cannot be read."""

from pathlib import Path

import pytest

from checkouts import commit, git, isolate, needs_git
from gongjian.model.changes import Contrast
from gongjian.repository.checkout import Checkout
from gongjian.repository.contrasting import contrast
from gongjian.repository.snapshots import of_checkout, of_commit, of_path

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
STRICTER = GOOD.replace("≥5次/学年", "≥6次/学年")


def plan(name: str, text: str = GOOD) -> str:
    return text.replace("id: base", f"id: {name}")


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path = path.with_name(f"{path.name}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(found: Contrast) -> list[tuple[object, ...]]:
    return [(each.old, each.new, *(change.kind for change in each.changes)) for each in found.files]


def compared(old: Path, new: Path) -> Contrast:
    return contrast(of_path(old), of_path(new))


def test_folders_plan_by_plan_wherever_it_lies(tmp_path: Path) -> None:
    old = put(tmp_path / "旧", a=plan("a"), b=plan("b"), c=plan("c"), same=plan("same"))
    new = put(tmp_path / "新", 甲__a=plan("a", STRICTER), b=plan("b"), d=plan("d"), same=plan("same"))
    found = compared(old, new)
    assert told(found) == [("c.yaml", None), (None, "d.yaml"), ("a.yaml", "甲/a.yaml", "tightened")]
    assert found.counts() == {"tightened": 1, "added": 1, "removed": 1, "renamed": 1}


def test_another_writing_is_no_change(tmp_path: Path) -> None:
    other = (
        GOOD.replace("{start: 2022-09-01, end: 2025-07-31}", "\n  end: 2025年7月31日\n  start: '2022-09-01'")
        + "# 注\n"
    )
    assert other != GOOD
    assert told(compared(put(tmp_path / "旧", a=GOOD), put(tmp_path / "新", a=other))) == []


def test_two_files_are_compared_whatever_their_ids(tmp_path: Path) -> None:
    folder = put(tmp_path, a=plan("a"), b=plan("b", STRICTER))
    found = compared(folder / "a.yaml", folder / "b.yaml")
    assert told(found) == [
        ((folder / "a.yaml").as_posix(), (folder / "b.yaml").as_posix(), "changed", "tightened")
    ]
    assert "renamed" not in found.counts()


def test_what_cannot_be_read_is_told_and_hides_nothing(tmp_path: Path) -> None:
    old = put(
        tmp_path / "旧",
        a=plan("a"),
        bad="gongjian: plan/v1\nid: [\n",
        foreign="services: {}\n",
        soon=plan("soon"),
    )
    new = put(
        tmp_path / "新", a=plan("a", STRICTER), bad=plan("bad"), foreign="a: [\n", soon="gongjian: plan/v1\n"
    )
    found = compared(old, new)
    assert told(found) == [("a.yaml", "a.yaml", "tightened")]
    assert [(each.side, each.name, each.message) for each in found.problems] == [
        (old.as_posix(), "bad.yaml", "这里缺少内容"),
        (new.as_posix(), "foreign.yaml", "这里缺少内容"),
        (new.as_posix(), "soon.yaml", "缺少“编号（id）”"),
    ]


def test_the_script_is_no_change(tmp_path: Path) -> None:
    from gongjian.model.script import simplified

    cases = Path(__file__).parents[1] / "cases/good"
    traditional = next(path for path in sorted(cases.glob("*.yaml")) if "學" in path.read_text("utf-8"))
    twin = tmp_path / "twin.yaml"
    twin.write_text(simplified(traditional.read_text("utf-8")).replace("≥2次/学年", "≥3次/学年"), "utf-8")
    kinds = [
        each.kind for file in contrast(of_path(traditional), of_path(twin)).files for each in file.changes
    ]
    assert set(kinds) <= {"tightened"}
    twin.write_text(simplified(traditional.read_text("utf-8")), encoding="utf-8")
    assert contrast(of_path(traditional), of_path(twin)).files == ()


def test_a_file_that_was_named_and_is_none_of_ours_is_told(tmp_path: Path) -> None:
    put(tmp_path, a=plan("a"), b="services: []\n")
    found = contrast(of_path(tmp_path / "a.yaml"), of_path(tmp_path / "b.yaml"))
    assert found.files == ()
    assert [(each.name, each.message) for each in found.problems] == [
        ("", "文件没有说明自己是什么；现在的键有 services")
    ]


@needs_git
class TestCommits:
    @pytest.fixture
    def county(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        isolate(monkeypatch, tmp_path)
        county = put(
            tmp_path / "某县",
            **{"plans__a": plan("a"), 'plans__甲 小学\n"': plan("b"), ".hidden__x": plan("x")},
        )
        git(county, "init", "--quiet", "--initial-branch=main")
        commit(county)
        monkeypatch.chdir(county)
        return county

    def since(self, county: Path, revision: str, *paths: str) -> Contrast:
        checkout = Checkout.around(county)
        chosen = [Path(path) for path in paths] or [county]
        old = of_commit(checkout, checkout.commit(revision), revision, chosen)
        return contrast(old, of_checkout(checkout, chosen))

    def test_a_commit_and_the_files_as_they_stand(self, county: Path) -> None:
        assert told(self.since(county, "HEAD")) == []
        put(county, **{'plans__甲 小学\n"': plan("b", STRICTER), "plans__new": plan("new")})
        (county / "plans/a.yaml").rename(county / "plans/z.yaml")
        assert told(self.since(county, "HEAD")) == [
            (None, "plans/new.yaml"),
            ("plans/a.yaml", "plans/z.yaml"),
            ('plans/甲 小学\n".yaml', 'plans/甲 小学\n".yaml', "tightened"),
        ]
        assert told(self.since(county, "HEAD", "plans/new.yaml")) == [(None, "plans/new.yaml")]
        assert told(self.since(county, "HEAD", "plans/a.yaml")) == [("plans/a.yaml", None)]

    def test_two_commits(self, county: Path) -> None:
        put(county, plans__a=plan("a", STRICTER))
        commit(county)
        checkout = Checkout.around(county)
        sides = [of_commit(checkout, checkout.commit(name), name, [county]) for name in ("HEAD~1", "HEAD")]
        assert told(contrast(*sides)) == [("plans/a.yaml", "plans/a.yaml", "tightened")]
        assert told(contrast(*reversed(sides))) == [("plans/a.yaml", "plans/a.yaml", "loosened")]

    def test_a_huge_file_in_a_commit_is_not_read(self, county: Path) -> None:
        put(county, plans__huge=f"gongjian: plan/v1\ntext: {'a' * 9 * 2**20}\n")
        commit(county)
        put(county, plans__a=plan("a", STRICTER))
        (county / "plans/huge.yaml").unlink()
        found = self.since(county, "HEAD")
        assert told(found) == [("plans/a.yaml", "plans/a.yaml", "tightened")]
        assert [each.message for each in found.problems] == ["文件有 9.0 MB，超过 8 MB"]

    def test_many_files_are_asked_for_in_portions(
        self, county: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("gongjian.repository.snapshots._AT_ONCE", 2)
        put(county, **{f"plans__{number}": plan(f"p{number}") for number in range(5)})
        commit(county)
        put(county, **{f"plans__{number}": plan(f"p{number}", STRICTER) for number in range(5)})
        assert [each[2:] for each in told(self.since(county, "HEAD"))] == [("tightened",)] * 5

    def test_links_in_a_commit_are_left_out(self, county: Path) -> None:
        (county / "plans/link.yaml").symlink_to("a.yaml")
        commit(county)
        (county / "plans/link.yaml").unlink()
        assert told(self.since(county, "HEAD")) == []
