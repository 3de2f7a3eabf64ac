"""The baseline (基线): findings that were there when checking began; only new ones fail a run.

It is a JSON file to be committed and reviewed: a finding a line, in the order of files, so
that two branches that mend different findings merge.
"""

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from gongjian.report.fingerprints import fingerprints
from gongjian.report.run import Run
from gongjian.repository.writing import write_atomically
from gongjian.rules.unreadable import why_unreadable

NAME = "gongjian-baseline.json"
"""The baseline of a repository, beside gongjian.yaml."""

_FORM = "baseline/v1"
_KEY = "gongjian"

_STOPPING = ("GJ0", "GJ1")
"""Findings about files and schemas: nothing else is looked for in a file that has a new one."""


class BaselineError(Exception):
    """A baseline cannot be read, or a file that is none would be overwritten; the message is Chinese."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that the baseline knows: what its fingerprint is, and whose it was."""

    fingerprint: str
    rule: str
    file: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that are known."""

    entries: tuple[Entry, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a baseline.

        Raises:
            BaselineError: there is none, or the file is not one.
        """
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise BaselineError(f"基线 {path} 是管道、设备之类，要写文件")
        try:
            form = json.loads(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            raise BaselineError(f"没有基线文件 {path}；先用 --write-baseline 写一个") from None
        except IsADirectoryError:
            raise BaselineError(f"基线 {path} 是文件夹，要写文件") from None
        except OSError as error:
            raise BaselineError(
                f"读不了基线文件 {path}：{why_unreadable(error.errno, error.strerror)}"
            ) from None
        except UnicodeDecodeError:
            raise BaselineError(f"基线文件 {path} 不是 UTF-8 编码；{_REDO}") from None
        except json.JSONDecodeError as error:
            raise BaselineError(f"基线文件 {path} 第 {error.lineno} 行不是 JSON；{_REDO}") from None
        except (ValueError, RecursionError):
            raise BaselineError(f"基线文件 {path} 读不了；{_REDO}") from None
        return cls(tuple(_entries(form, path)))

    def apply(self, run: Run, wanted: Container[str], *, whole: bool) -> Run:
        """Mark the findings that are known, and count those that are gone.

        Args:
            run: what was found.
            wanted: the ids of the rules that were looked for.
            whole: whether every file was looked into; without it only the entries about files
                that were can be told to be gone.
        """
        known = {entry.fingerprint for entry in self.entries}
        named = fingerprints(run.findings)
        findings = tuple(
            replace(finding, known=not finding.waived and name in known)
            for finding, name in zip(run.findings, named, strict=True)
        )
        found, looked_into = set(named), set(run.names)
        stuck = {each.file for each in findings if not each.known and each.rule.startswith(_STOPPING)}
        gone = sum(
            entry.fingerprint not in found
            and entry.rule in wanted
            and (whole or entry.file in looked_into)
            and entry.file not in stuck
            for entry in self.entries
        )
        return replace(run, findings=findings, gone=gone)


_REDO = "有合并冲突的，改好后用 --write-baseline 重写"


def _entries(form: Any, path: Path) -> Iterator[Entry]:
    """Take the entries out of what a file says.

    Raises:
        BaselineError: it is no baseline.
    """
    if not isinstance(form, dict) or form.get(_KEY) != _FORM or not isinstance(form.get("findings"), list):
        raise BaselineError(f"{path} 不是基线文件（开头应是 {_KEY}: {_FORM}）")
    for number, each in enumerate(form["findings"], 1):
        match each:
            case {"fingerprint": str(fingerprint), "rule": str(rule), "file": str(file)}:
                yield Entry(fingerprint, rule, file)
            case _:
                raise BaselineError(f"基线文件 {path} 的第 {number} 个问题不完整；{_REDO}")


def write_baseline(path: Path, run: Run) -> Baseline:
    """Write every finding of a run that is not waived; give what was written.

    Raises:
        BaselineError: there is a file that is no baseline.
        OSError: the file cannot be written.
    """
    _refuse_other_file(path)
    found = zip(run.findings, fingerprints(run.findings), strict=True)
    rows = [
        {
            "file": finding.file,
            "rule": finding.rule,
            "at": ".".join(map(str, finding.anchor or finding.at)),
            "message": finding.message,
            "fingerprint": name,
        }
        for finding, name in found
        if not finding.waived
    ]
    rows.sort(key=lambda row: (row["file"], row["at"], row["rule"], row["fingerprint"]))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    text = f'{{"{_KEY}": "{_FORM}", "findings": [\n{lines}\n]}}\n'
    write_atomically(path, text.encode(errors="backslashreplace"))
    return Baseline(tuple(Entry(row["fingerprint"], row["rule"], row["file"]) for row in rows))


def _refuse_other_file(path: Path) -> None:
    """Refuse to overwrite what is no baseline: a plan named by mistake must not be lost.

    A baseline that cannot be read, after a merge perhaps, may be overwritten.

    Raises:
        BaselineError: it is another file.
        OSError: it cannot be read.
    """
    if path.name == NAME or not path.is_file():
        return
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if beginning and _FORM.encode() not in beginning:
        raise BaselineError(f"{path} 已经有了，不是基线文件，没有覆盖；换一个文件名")


_BEGINNING = 200
"""Bytes at the beginning of a file that tell what it is."""
