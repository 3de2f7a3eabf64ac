"""`gongjian validate`: everything that can be wrong with plan files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from gongjian.cli import codes
from gongjian.cli.actions import summarize, usual_outputs
from gongjian.cli.baseline import BaselineChoice
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import packs, plan_files, rules
from gongjian.cli.output import FormatOption, Output, refuse_mixed, write_outputs
from gongjian.cli.request import Request
from gongjian.model.finding import Severity
from gongjian.report.formats import FORMATS

_SEVERITIES = ("error", "warning", "info")

EXAMPLES = """
gongjian validate                             检查当前方案仓库
gongjian validate plans/yongli.yaml           检查一个文件
gongjian validate plans --format json=out.json --format text
gongjian validate plans --select GJ1 --ignore GJ101
gongjian validate --changed-since main        只检查改过的文件
gongjian validate --write-baseline            把现有的问题记进基线，以后只有新问题才算不通过
gongjian validate --fix --diff                看看能自动改好什么
"""


@chinese_command("validate", EXAMPLES)
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(path_type=Path, readable=False),
    metavar="[文件或文件夹]...",
    shell_complete=plan_files,
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=FormatOption(),
    metavar="格式[=文件]",
    help=f"报告的格式：{'、'.join(FORMATS)}；可以写几次，=文件 存成文件。不写为 text",
)
@click.option(
    "--policy",
    "policies",
    multiple=True,
    metavar="政策包",
    shell_complete=packs,
    help="另外按这个政策包检查（编号或文件），可以写几次",
)
@click.option(
    "--select",
    metavar="规则",
    shell_complete=rules,
    help="只报这些规则，逗号分开；GJ1 表示 GJ1 开头的全部。读不了的文件（GJ0）总要报",
)
@click.option("--ignore", metavar="规则", shell_complete=rules, help="不报这些规则，逗号分开")
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="error",
    metavar="程度",
    help="到什么程度算不通过：error（错误，默认）、warning（警告）、info（提示）",
)
@click.option(
    "--changed-since",
    "revision",
    metavar="版本",
    help="只检查从 git 的这个版本（分支、标签、提交）分出来以后改过的文件，没有提交的也算",
)
@click.option(
    "--baseline",
    "baseline_file",
    type=click.Path(path_type=Path, readable=False),
    metavar="文件",
    help="基线文件：里面记着的问题标为“基线”，不算不通过",
)
@click.option(
    "--write-baseline",
    "new_baseline",
    is_flag=False,
    flag_value="",
    metavar="[文件]",
    help="把现有的问题写进基线文件，不写文件为 --baseline 的，或者仓库的 gongjian-baseline.json",
)
@click.option("--fix", is_flag=True, help="把拿得准的错字、错编号、日期写法等直接改好，再检查")
@click.option("--canonical", is_flag=True, help="和 --fix 一起用：看得懂的指标、日期也改成规范写法")
@click.option("--diff", is_flag=True, help="和 --fix 一起用：不写文件，打印会改哪些行；有要改的退出码为 1")
@click.option(
    "--as-of", metavar="日期", help="按哪一天看方案是否有效、豁免是否到期，如 2026-09-01；不写为今天"
)
@click.option("--jobs", type=click.IntRange(1), metavar="个数", help="同时用几个进程；不写由程序决定")
@click.option("--no-cache", is_flag=True, help="不用以前的检查结果（.gongjian 文件夹），全部重新检查")
@click.option("--quiet", "-q", is_flag=True, help="只报问题，不打印小结")
@click.option("--statistics", is_flag=True, help="按规则统计问题的个数")
def command(
    paths: tuple[Path, ...],
    formats: tuple[Output, ...],
    policies: tuple[str, ...],
    select: str | None,
    ignore: str | None,
    fail_on: Severity,
    revision: str | None,
    baseline_file: Path | None,
    new_baseline: str | None,
    fix: bool,
    canonical: bool,
    diff: bool,
    as_of: str | None,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    statistics: bool,
) -> int:
    """检查方案文件：写法、内容、指标。

    \b
    不写文件时检查当前方案仓库（有 gongjian.yaml 的文件夹），没有仓库就检查当前文件夹。
    退出码：0 没有问题，1 有问题，2 用法不对，3 程序出错。
    """
    from gongjian.repository.discovery import checkout_paths, repository_of
    from gongjian.rules.selection import Selection, UnknownRuleError

    try:
        wanted = Selection.parse(select, ignore)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None
    day = _day(as_of)
    if (diff or canonical) and not fix:
        raise click.UsageError(f"{'--diff' if diff else '--canonical'} 要和 --fix 一起用")
    outputs = formats or usual_outputs()
    refuse_mixed(outputs)
    root = repository_of(paths, Path.cwd())
    baseline = BaselineChoice.of(baseline_file, new_baseline, root, partial=revision is not None)
    request = Request(root, paths, policies, wanted, revision, day, jobs, not no_cache, quiet)
    if fix:
        changed = request.mend(canonical=canonical, diff=diff)
        if diff:
            return codes.FINDINGS if changed else codes.FINE
    run = baseline.hold(request.run(), wanted, whole=request.is_whole)
    run = replace(run, fail_on=fail_on, in_checkout=checkout_paths(root, Path.cwd()))
    write_outputs(run, outputs, quiet=quiet, statistics=statistics)
    summarize(run, outputs)
    if not run.files and revision is None:
        click.echo("没有找到方案文件：文件要以 .yaml 结尾，第一行写 gongjian: plan/v1", err=True)
        return codes.USAGE
    return codes.FINDINGS if run.failing else codes.FINE


def _day(text: str | None) -> date:
    """Read `--as-of`.

    Raises:
        click.UsageError: it is no date.
    """
    if not text:
        return date.today()
    from gongjian.model.dates import DateError, parse_day

    try:
        return parse_day(text)
    except DateError as error:
        raise click.UsageError(f"--as-of：{error}") from None
