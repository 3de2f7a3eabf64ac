"""GitHub Actions, recognised: annotations beside the text, and a summary of the job."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from gongjian.cli.output import Output, why_unwritable
from gongjian.report.run import Run


def usual_outputs(environment: Mapping[str, str] = os.environ) -> tuple[Output, ...]:
    """Give what is written when no format was asked for."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return ("text", None), ("github", None)
    return (("text", None),)


def summarize(run: Run, outputs: tuple[Output, ...], environment: Mapping[str, str] = os.environ) -> None:
    """Add a report to the summary of the job, when there are annotations and a place for it.

    That it cannot be written fails nothing: the findings are told elsewhere.
    """
    path = environment.get("GITHUB_STEP_SUMMARY")
    if not path or ("github", None) not in outputs:
        return
    from gongjian.report.markdown import lines

    report = "".join(f"{line}\n" for line in lines(run, below=_files(environment)))
    try:
        with Path(path).open("ab") as file:  # steps before this one have written theirs
            file.write(report.encode(errors="backslashreplace"))
    except OSError as error:
        click.echo(f"写不了 GITHUB_STEP_SUMMARY：{why_unwritable(error)}", err=True)


def _files(environment: Mapping[str, str]) -> str:
    """Give the address below which the files of the checkout are shown; "" when it is not told."""
    server, repository, commit = (
        environment.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")
    )
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""
