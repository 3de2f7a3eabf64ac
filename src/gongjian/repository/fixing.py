"""Mend what can be mended without asking: findings whose `mend` is sure, one file at a time.

An edit is made at the place of its finding and the file checked again. It is kept when its
finding is gone, no other has come, and the file says the same otherwise; findings of rules that
the mended one had kept from running, and of what stands under a key that was unknown, are no
fault of the edit. What is waived stays.
"""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from gongjian.model.finding import Finding, Path
from gongjian.model.script import has_simplified, has_traditional
from gongjian.repository.canonical import canonical_mends, says_the_same
from gongjian.repository.checking import bytes_of, check_source
from gongjian.repository.discovery import Target
from gongjian.repository.mended_data import same_but_for
from gongjian.repository.registries import is_spreadsheet
from gongjian.repository.replacing import NotReplacedError, replace_content
from gongjian.rules.files import file_finding
from gongjian.rules.index import RULES
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards
from gongjian.source.decoding import decode, dressed_line_by_line
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.splicing import splice

_ROUNDS = 200
"""Edits that each bring the next to light, such as one tab a line, are made so often at most."""

Judge: TypeAlias = Callable[[Iterable[Finding]], tuple[Finding, ...]]
"""What a repository makes of findings: without those it does not want, with those marked that it waives."""

_FILE, _SCHEMA = "GJ0", "GJ1"
"""How the ids of rules about files and about schemas begin."""


@dataclass
class Fixed:
    """What came of one file.

    Attributes:
        name: how users know it.
        before: its bytes.
        after: its bytes with everything mended.
        done: the findings that are mended, in the order they were.
        kept: the findings whose edit would do harm, with what speaks against it.
        refusal: why the file was not written.
    """

    name: str
    before: bytes = b""
    after: bytes = b""
    done: list[Finding] = field(default_factory=list)
    kept: list[tuple[Finding, str]] = field(default_factory=list)
    refusal: str = ""


def fix_files(
    targets: Iterable[Target],
    standards: Standards = DEFAULT_STANDARDS,
    wanted: Container[str] | None = None,
    *,
    judge: Judge = tuple,
    canonical: bool = False,
    write: bool = False,
) -> Iterator[Fixed]:
    """Mend files, in order; those with nothing to mend are left out.

    Args:
        targets: the files.
        standards: what plans are held against.
        wanted: the ids of the rules whose findings are mended; None for all.
        judge: what the repository makes of findings.
        canonical: also write quotas and days that are understood in their canonical form.
        write: write the files back.
    """
    for target in targets:
        fixed = _fix_file(target, standards, wanted, judge, canonical=canonical)
        if write and fixed.after != fixed.before:
            try:
                replace_content(target.path, fixed.before, fixed.after)
            except NotReplacedError as error:
                fixed = Fixed(target.name, refusal=str(error))
        if fixed.done or fixed.kept or fixed.refusal:
            yield fixed


def _fix_file(
    target: Target, standards: Standards, wanted: Container[str] | None, judge: Judge, *, canonical: bool
) -> Fixed:
    try:
        raw = bytes_of(target)
        text = decode(raw)
    except SourceError:
        return Fixed(target.name)
    if is_spreadsheet(target.path):
        return Fixed(target.name)
    fixing = _Fixing(target.name, text, standards, wanted, judge)
    fixing.run()
    if canonical:
        fixing.make_canonical()
    after = raw if fixing.text == text else dressed_line_by_line(raw, fixing.text)
    return Fixed(target.name, raw, after, fixing.done, fixing.kept)


class _Fixing:
    """One file being mended: its text and what is found in it now."""

    def __init__(
        self, name: str, text: str, standards: Standards, wanted: Container[str] | None, judge: Judge
    ) -> None:
        self.name = name
        self.judge = judge
        self.standards = standards
        self.wanted = wanted
        self.text = text
        self.traditional = has_traditional(text)
        self.findings = self.check(text)
        self.done: list[Finding] = []
        self.kept: list[tuple[Finding, str]] = []

    def check(self, text: str) -> tuple[Finding, ...]:
        try:
            return self.judge(check_source(SourceFile(self.name, text), self.standards).findings)
        except SourceError as error:
            return (file_finding(error, self.name),)

    def run(self) -> None:
        """Mend until nothing more can be."""
        if _unreadable(self.findings):
            self.make_readable()
        for _ in range(_ROUNDS):
            refused = {_key(each) for each, _ in self.kept}
            sure = [each for each in self.sure(self.findings) if _key(each) not in refused]
            if _unreadable(self.findings) or not sure:
                return
            if not self.mend(sure):
                self.mend_one_by_one(sure)

    def sure(self, findings: Iterable[Finding]) -> list[Finding]:
        return [
            each
            for each in findings
            if each.mend and each.mend.sure and not each.waived
            if self.wanted is None or each.rule in self.wanted
            if not (self.traditional and has_simplified(each.mend.new))  # it would stand out
        ]

    def make_readable(self) -> None:
        """Mend everything that keeps the file from being read, or nothing."""
        text, findings = self.text, self.findings
        done: list[Finding] = []
        for _ in range(_ROUNDS):
            sure = self.sure(findings)
            edited = _edited(text, sure)
            if not _unreadable(findings) or not sure or edited is None:
                break
            text, findings = edited, self.check(edited)
            done += sure
        if not done:
            return
        lines = {each.place.line for each in done if each.place}
        if _unreadable(findings) or any(_is_misread(each, lines) for each in findings):
            self.kept.append((done[0], "改了这里，文件还是读不懂"))
        else:
            self.accept(text, findings, done)

    def mend(self, sure: list[Finding]) -> bool:
        """Make edits all at once, unless that does harm."""
        edited = _edited(self.text, sure)
        if edited is None:
            harm = "这里的写法不能自动改"
        else:
            findings = self.check(edited)
            harm = _harm(sure, self.findings, findings)
            if not harm and not self.says_the_same_otherwise(edited, sure):
                harm = "改了会动到别的内容"
            if not harm:
                self.accept(edited, findings, sure)
                return True
        if len(sure) == 1:
            self.kept.append((sure[0], harm))
        return False

    def says_the_same_otherwise(self, edited: str, mended: Iterable[Finding]) -> bool:
        before, after = (SourceFile(self.name, text).exact for text in (self.text, edited))
        return same_but_for(before, after, [each.mend for each in mended if each.mend])

    def mend_one_by_one(self, sure: list[Finding]) -> None:
        for key in map(_key, sure if len(sure) > 1 else ()):
            self.mend([each for each in self.sure(self.findings) if _key(each) == key][:1])

    def make_canonical(self) -> None:
        """Write quotas and days in their canonical form; the file must go on saying the same."""
        source = SourceFile(self.name, self.text)
        mends = canonical_mends(source)
        if mends and not self.stays_the_same(source, mends):
            mends = [each for each in mends if self.stays_the_same(source, [each])]
        if mends and (edited := _edited(self.text, mends)):
            self.accept(edited, self.check(edited), mends)

    def stays_the_same(self, source: SourceFile, mends: list[Finding]) -> bool:
        edited = _edited(source.text, mends)
        return edited is not None and says_the_same(source, SourceFile(self.name, edited))

    def accept(self, text: str, findings: tuple[Finding, ...], done: Iterable[Finding]) -> None:
        self.text, self.findings = text, findings
        self.done += done


def _key(finding: Finding) -> tuple[str, Path]:
    return finding.rule, finding.at


def _edited(text: str, findings: Iterable[Finding]) -> str | None:
    return splice(text, [(each.place, each.mend) for each in findings if each.place and each.mend])


def _unreadable(findings: Iterable[Finding]) -> bool:
    return any(each.rule.startswith(_FILE) for each in findings)


def _is_misread(finding: Finding, lines: Container[int]) -> bool:
    """Tell whether a line that was mended says nothing that the schema knows."""
    certain = finding.mend is not None and finding.mend.sure
    on_line = finding.place is not None and finding.place.line in lines
    return finding.rule.startswith(_SCHEMA) and on_line and not certain


def _harm(mended: list[Finding], before: Iterable[Finding], after: Iterable[Finding]) -> str:
    """Say what speaks against edits; nothing when they do what they should and no more."""
    after = list(after)
    if _unreadable(after):
        return "改了就读不懂了"
    known = {_key(each) for each in before}
    remaining = {_key(each) for each in after}
    if any(_key(each) in remaining for each in mended):
        return "改了也没有用"
    rules = {rule for rule, _ in known}
    unchecked = any(rule.startswith(_SCHEMA) for rule in rules)
    for each in after:
        hidden = (unchecked and not each.rule.startswith(_SCHEMA)) or _waits_for(each.rule, rules)
        if _key(each) not in known and not hidden and not any(_follows(each, other) for other in mended):
            return f"改了会多出 {each.rule}：{each.message}"
    return ""


def _waits_for(rule: str, others: Container[str]) -> bool:
    """Tell whether a rule only runs when others have found nothing."""
    required = RULES[rule].requires
    return any(each in others or _waits_for(each, others) for each in required)


def _follows(finding: Finding, mended: Finding) -> bool:
    """Tell whether a finding could not be told before.

    It is about what stands under a key that was unknown, or about the same word at another place,
    where a rule names each word once.
    """
    above = len(mended.at) - 1
    below = mended.key and len(finding.at) > len(mended.at) and finding.at[:above] == mended.at[:above]
    return below or (finding.rule, finding.mend) == (mended.rule, mended.mend)
