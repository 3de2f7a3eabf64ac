"""The command line: one file a command; nothing heavy is imported before it is needed."""


def main() -> None:
    """Run `gongjian` and exit with its code."""
    from gongjian.cli.program import run

    raise SystemExit(run())
