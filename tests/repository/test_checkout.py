"""What git says has changed."""

import os
from pathlib import Path

import pytest

from checkouts import checkout, commit, git, isolate, needs_git, write
from gongjian.repository.changes import changed_targets
from gongjian.repository.checkout import Checkout, GitError
from gongjian.repository.discovery import Target

pytestmark = needs_git

ODD = ("plans/甲 小学.yaml", "plans/50%\n#.yaml", 'plans/"引号"\t.yaml', "plans/-x.yaml")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    isolate(monkeypatch, tmp_path)
    return checkout(tmp_path / "某县", "plans/a.yaml", "plans/b.yaml", "plans/c.yaml", *ODD)


def changed(folder: Path, revision: str = "HEAD") -> set[str]:
    """Give the changed files among all that are there."""
    top = Checkout.around(folder).top
    files = Checkout.around(folder).changed_since(revision)
    return {
        path.relative_to(top).as_posix()
        for path in top.rglob("*")
        if ".git" not in path.parts and path.is_file() and path in files
    }


def refusal(folder: Path, revision: str = "HEAD") -> str:
    with pytest.raises(GitError) as caught:
        Checkout.around(folder).changed_since(revision)
    return str(caught.value)


def test_nothing_has_changed(county: Path) -> None:
    assert changed(county) == set()


def test_every_way_of_changing_counts(county: Path) -> None:
    write(county, "plans/a.yaml", text="committed")
    commit(county)
    write(county, "plans/b.yaml", text="staged")
    git(county, "add", "--all")
    write(county, "plans/c.yaml", text="unstaged")
    write(county, "plans/新.yaml")
    assert changed(county, "HEAD~1") == {"plans/a.yaml", "plans/b.yaml", "plans/c.yaml", "plans/新.yaml"}
    assert changed(county) == {"plans/b.yaml", "plans/c.yaml", "plans/新.yaml"}


def test_what_is_staged_and_undone_in_the_folder_has_not_changed(county: Path) -> None:
    write(county, "plans/a.yaml", text="staged")
    git(county, "add", "--all")
    write(county, "plans/a.yaml")
    assert changed(county) == set()


@pytest.mark.parametrize("name", ODD)
def test_odd_names(county: Path, name: str) -> None:
    write(county, name, text="changed")
    assert changed(county) == {name}


def test_a_name_that_is_no_text(county: Path) -> None:
    name = b"plans/\xd6\xd0.yaml"
    try:
        Path(os.fsdecode(os.fsencode(county) + b"/" + name)).write_text("x")
    except OSError:
        pytest.skip("这个文件系统只认 UTF-8 的文件名")
    assert changed(county) == {os.fsdecode(name)}


def test_a_renamed_file_counts_under_its_new_name(county: Path) -> None:
    git(county, "mv", "plans/a.yaml", "plans/改名.yaml")
    assert changed(county) == {"plans/改名.yaml"}
    commit(county)
    assert changed(county, "HEAD~1") == {"plans/改名.yaml"}


def test_a_deleted_file_does_not_count(county: Path) -> None:
    (county / "plans/a.yaml").unlink()
    git(county, "rm", "--quiet", "plans/b.yaml")
    assert changed(county) == set()


def before(folder: Path, revision: str = "HEAD") -> dict[str, bytes]:
    """Give what changed files were."""
    checkout = Checkout.around(folder)
    found = checkout.changed_since(revision).before
    contents = checkout.contents(found.values())
    return {
        path.relative_to(checkout.top).as_posix(): each for path, each in zip(found, contents, strict=True)
    }


def test_what_changed_files_were_is_told_of_those_that_are_gone_too(county: Path) -> None:
    write(county, "plans/a.yaml", text="committed")
    commit(county)
    write(county, "plans/a.yaml", text="unstaged")
    write(county, "plans/新.yaml")
    (county / ODD[1]).unlink()
    git(county, "mv", "plans/b.yaml", "plans/改名.yaml")
    assert before(county) == {"plans/a.yaml": b"committed", ODD[1]: b"x\n", "plans/b.yaml": b"x\n"}
    assert before(county, "HEAD~1") == dict.fromkeys(("plans/a.yaml", ODD[1], "plans/b.yaml"), b"x\n")


def test_a_link_that_took_the_place_of_a_file(county: Path) -> None:
    (county / "plans/a.yaml").unlink()
    (county / "plans/a.yaml").symlink_to("b.yaml")
    assert before(county) == {"plans/a.yaml": b"x\n"}
    commit(county)
    (county / "plans/a.yaml").unlink()
    assert before(county) == {}


def test_files_concern_everything_through_links_and_when_they_are_gone(county: Path) -> None:
    (county / "名册.csv").symlink_to("plans/a.yaml")
    commit(county)
    assert not Checkout.around(county).changed_since("HEAD").concerns(county / "名册.csv")
    write(county, "plans/a.yaml", text="changed")
    (county / "plans/b.yaml").unlink()
    changes = Checkout.around(county).changed_since("HEAD")
    assert changes.concerns(county / "名册.csv")
    assert changes.concerns(county / "plans/b.yaml")
    assert not changes.concerns(county / "plans/c.yaml")
    assert not changes.concerns(county / "没有.csv")


def test_a_file_taken_out_of_the_index_still_counts(county: Path) -> None:
    git(county, "rm", "--quiet", "--cached", "plans/a.yaml")
    assert changed(county) == {"plans/a.yaml"}


def test_ignored_files_do_not_count(county: Path) -> None:
    write(county, ".gitignore", text="*.tmp.yaml\n")
    commit(county)
    write(county, "plans/x.tmp.yaml")
    assert changed(county) == set()


def test_what_others_changed_meanwhile_does_not_count(county: Path) -> None:
    git(county, "switch", "--quiet", "--create", "mine")
    write(county, "plans/a.yaml", text="mine")
    commit(county)
    git(county, "switch", "--quiet", "main")
    write(county, "plans/b.yaml", text="theirs")
    commit(county)
    git(county, "switch", "--quiet", "mine")
    assert changed(county, "main") == {"plans/a.yaml"}


def test_without_a_common_beginning_the_revision_itself_is_compared(county: Path) -> None:
    git(county, "switch", "--quiet", "--orphan", "other")
    write(county, "plans/a.yaml", "plans/b.yaml", text="x\n")
    write(county, "plans/c.yaml", text="other")
    commit(county)
    assert changed(county, "main") == {"plans/c.yaml"}


@pytest.mark.parametrize("setting", ["diff.relative", "diff.noprefix", "diff.mnemonicPrefix"])
def test_settings_of_the_user_do_not_matter(county: Path, setting: str) -> None:
    git(county, "config", setting, "true")
    write(county, "plans/a.yaml", text="changed")
    assert changed(county / "plans") == {"plans/a.yaml"}


def test_a_file_is_found_through_a_linked_folder_and_a_link_to_it_is_another(county: Path) -> None:
    write(county, "plans/a.yaml", text="changed")
    (county.parent / "link").symlink_to(county)
    (county / "plans/link.yaml").symlink_to("b.yaml")
    commit(county)
    files = Checkout.around(county).changed_since("HEAD~1")
    assert county.parent / "link/plans/a.yaml" in files
    assert county / "plans/link.yaml" in files
    assert county / "plans/b.yaml" not in files


@pytest.mark.parametrize("revision", ["mian", "--output=x", "", "main..HEAD", "HEAD:plans", "没有"])
def test_a_wrong_revision(county: Path, revision: str) -> None:
    assert refusal(county, revision).startswith(f"没有“{revision}”这个版本；")
    assert not (county / "x").exists()


def test_a_misspelt_branch_is_guessed(county: Path) -> None:
    assert refusal(county, "mian") == "没有“mian”这个版本；你是不是想写“main”？"


def test_a_repository_without_commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path)
    git(tmp_path, "init", "--quiet")
    assert refusal(tmp_path) == "git 仓库里还没有提交，没有“HEAD”可比；先提交一次"


def test_a_shallow_clone_is_told_to_fetch_more(county: Path) -> None:
    commit(county)
    shallow = county.parent / "shallow"
    git(county.parent, "clone", "--quiet", "--depth=1", f"file://{county}", str(shallow))
    assert refusal(shallow, "HEAD~1") == (
        "没有“HEAD~1”这个版本；这里只取了最近的历史，先取全：git fetch --unshallow"
        "（GitHub Actions 里 checkout 写 fetch-depth: 0）"
    )


def test_a_folder_outside_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path)
    assert refusal(tmp_path) == f"{tmp_path} 不在 git 仓库里"


def test_a_bare_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path)
    git(tmp_path, "init", "--quiet", "--bare")
    assert refusal(tmp_path) == f"{tmp_path} 是没有工作区的 git 仓库（裸仓库）"


def test_a_folder_that_is_not_there(county: Path) -> None:
    assert refusal(county / "没有") == f"没有文件夹 {county / '没有'}"


def test_a_missing_git(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(county))
    assert refusal(county) == "没有找到 git 程序，要先装上 git"


def test_another_complaint_of_git_is_passed_on(county: Path) -> None:
    (county / ".git/config").write_text("[core\n")
    assert refusal(county).startswith("git 出错：fatal: bad config line 1")


def target(path: Path, *, given: bool = False) -> Target:
    return Target(path, path.name, given=given)


def test_only_changed_targets_are_checked(county: Path) -> None:
    write(county, "plans/a.yaml", "gongjian.yaml", text="changed")
    a, b = target(county / "plans/a.yaml"), target(county / "plans/b.yaml", given=True)
    missing, gone = target(county / "没有.yaml", given=True), target(county / "没了.yaml")
    assert changed_targets([a, b, missing, gone], county, "HEAD").targets == (a, missing)


def test_all_are_checked_when_what_they_are_held_against_changed(county: Path) -> None:
    write(county, "gongjian.yaml", text="changed")
    targets = (target(county / "plans/a.yaml"), target(county / "plans/b.yaml"))
    changes = changed_targets(targets, county, "HEAD", [county / "plans/c.yaml", county / "gongjian.yaml"])
    assert (changes.targets, changes.because) == (targets, county / "gongjian.yaml")
