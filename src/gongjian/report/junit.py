"""JUnit XML, for the test reports of CI services.

A file is a test suite, a rule with findings in it a test case: its name stays the same when
lines move, so that a service can tell since when it fails. A file without findings is one
case that passes. Whether a case fails agrees with the exit code of the run: milder findings
pass, waived ones and those of the baseline are skipped.

The form is what both Jenkins and Ant's stricter schema take: one failure a case, outputs at
the end of a suite.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gongjian.model.finding import Finding
from gongjian.report.plain import line
from gongjian.report.run import RuleText, Run, by_file
from gongjian.report.words import on_one_line, sentence, visible

_FINE = "没有发现问题"


def lines(run: Run) -> Iterator[str]:
    """Yield the document."""
    found = by_file(run.findings)
    rules = run.rules() if found else {}
    failing = frozenset(map(id, run.failing))
    root = Element("testsuites")
    for number, name in enumerate(dict.fromkeys((*run.names, *found))):
        suite = SubElement(root, "testsuite", _named(name, number, run))
        SubElement(suite, "properties")
        cases = _by_rule(found.get(name, ())) or {_FINE: []}
        for rule, findings in cases.items():
            _add_case(suite, _title(rule, rules), findings, failing)
        _count(suite)
        told = [line(each) for each in found.get(name, ()) if id(each) not in failing]
        SubElement(suite, "system-out").text = "\n".join(told)
        SubElement(suite, "system-err")
    indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield tostring(root, encoding="unicode")


def _named(name: str, number: int, run: Run) -> dict[str, str]:
    path = PurePosixPath(visible(name))
    return {
        "name": str(path),
        "package": path.parent.as_posix(),
        "id": str(number),
        "timestamp": run.moment.isoformat(),
        "hostname": "localhost",
        "time": "0",
    }


def _by_rule(findings: "list[Finding] | tuple[()]") -> dict[str, list[Finding]]:
    """Sort the findings of a file by their rule."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


def _title(rule: str, rules: Mapping[str, RuleText]) -> str:
    return f"{rule} {rules[rule].title}" if rule in rules else rule


def _add_case(suite: Element, name: str, findings: list[Finding], failing: frozenset[int]) -> None:
    case = SubElement(suite, "testcase", name=name, classname=_class_of(suite.attrib["name"]), time="0")
    failures = [finding for finding in findings if id(finding) in failing]
    if failures:
        more = f"（共 {len(failures)} 处）" if len(failures) > 1 else ""
        message = sentence(failures[0]) + more
        failure = SubElement(case, "failure", type=failures[0].severity, message=message)
        failure.text = "\n".join(map(line, failures))
    elif findings and all(finding.waived or finding.known for finding in findings):
        SubElement(case, "skipped", message=_why_skipped(findings))


def _class_of(name: str) -> str:
    """Give a file's name the form of a Java class, so that services show folders as packages."""
    return PurePosixPath(name).with_suffix("").as_posix().replace("/", ".")


def _why_skipped(findings: list[Finding]) -> str:
    reasons = dict.fromkeys(
        f"已豁免：{finding.waived.reason}" if finding.waived else "基线里已有" for finding in findings
    )
    return on_one_line("；".join(reasons))


def _count(suite: Element) -> None:
    for attribute, path in (
        ("tests", "testcase"),
        ("failures", "testcase/failure"),
        ("skipped", "testcase/skipped"),
    ):
        suite.set(attribute, str(len(suite.findall(path))))
    suite.set("errors", "0")
