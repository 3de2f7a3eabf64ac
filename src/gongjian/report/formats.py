"""The formats of a report: a new one is a module with `lines`, and a line here.

The command line, its help and docs/reports.md take their list from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from gongjian.report.run import Run


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        module: the module in `gongjian.report` that writes it; loaded when it does.
        purpose: what it is for, as users read it.
    """

    module: str
    purpose: str

    def lines(self, run: Run) -> Iterator[str]:
        """Yield the lines of a report."""
        written: Iterator[str] = import_module(f"gongjian.report.{self.module}").lines(run)
        return written


FORMATS: dict[str, Format] = {
    "text": Format("plain", "给人看：终端里带原文和箭头，存成文件时一个问题一行"),
    "json": Format("json", "给程序读，字段最全"),
    "sarif": Format("sarif", "SARIF 2.1.0：代码扫描（GitHub code scanning、VS Code 等）"),
    "junit": Format("junit", "JUnit XML：各种 CI 的测试报告（Jenkins、GitLab、Gitee 等）"),
    "github": Format("github", "GitHub Actions 的行内批注"),
    "gitlab": Format("gitlab", "GitLab 合并请求里的代码质量（Code Quality）"),
    "markdown": Format("markdown", "合并请求的评论、CI 的小结"),
}
"""Every format, by the name users give it."""
