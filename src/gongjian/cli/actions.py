"""GitHub Actions, recognised: annotations beside the text, and a summary of the job."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from gongjian.cli.output import Output
from gongjian.report.run import Run


def usual_outputs(environment: Mapping[str, str] = os.environ) -> tuple[Output, ...]:
    """Give what is written when no format was asked for."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return ("text", None), ("github", None)
    return (("text", None),)


_COMMAND = "##["
"""What GitHub takes for a command to itself wherever it stands; a line that begins with `::` no report has."""


def disarmed(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a text so that GitHub obeys none: what plans and their names say is no command."""
    told = list(lines)
    if not any(_COMMAND in line for line in told):
        yield from told
        return
    from secrets import token_hex

    token = token_hex(16)  # nobody who writes a plan can know it
    yield f"::stop-commands::{token}"
    yield from told
    yield f"::{token}::"


def summarize(run: Run, outputs: tuple[Output, ...], environment: Mapping[str, str] = os.environ) -> None:
    """Add a report to the summary of the job, when there are annotations and a place for it.

    That it cannot be written fails nothing: the findings are told elsewhere.
    """
    path = environment.get("GITHUB_STEP_SUMMARY")
    if not path or ("github", None) not in outputs:
        return
    from gongjian.report.markdown import lines
    from gongjian.repository.writing import why_not

    report = "".join(f"{line}\n" for line in lines(run, below=_files(environment)))
    try:
        with Path(path).open("ab") as file:  # steps before this one have written theirs
            file.write(report.encode(errors="backslashreplace"))
    except OSError as error:
        click.echo(f"写不了 GITHUB_STEP_SUMMARY：{why_not(error)}", err=True)


def _files(environment: Mapping[str, str]) -> str:
    """Give the address below which the files of the checkout are shown; "" when it is not told."""
    server, repository, commit = (
        environment.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")
    )
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""
