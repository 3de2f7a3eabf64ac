"""Measure gongjian beside its peers, and write the table of docs/performance.md.

    python -m benchmarks            all of it
    python -m benchmarks --quick    fewer plans and runs

Every figure is a ratio of two things measured in the same run. Nothing fails on a time.
"""

import argparse
import platform
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count as naturals
from pathlib import Path

from benchmarks.county import plans_together
from benchmarks.libreoffice_peer import converter
from benchmarks.plans import plan_text, write_repository
from benchmarks.repositories import repositories
from benchmarks.timing import Timed, functions, processes

PYTHON = sys.executable
SCRIPTS = Path(sysconfig.get_path("scripts"))
ROOT = Path(__file__).parents[1]
REPORT = ROOT / "docs/performance.md"
MODELS = (
    "from pydantic import BaseModel; from gongjian.model.plan import Plan; Plan.model_rebuild(force=True)"
)

Row = tuple[str, str, str, str]


def program(name: str) -> str:
    """Give the path of an installed program."""
    return str(SCRIPTS / name)


def milliseconds(timed: Timed) -> str:
    """Write a median."""
    return f"{timed.median * 1000:,.1f} ms"


def start_up(runs: int) -> Iterator[Row]:
    """Compare what a user waits for before anything is read."""
    for arguments in (["--version"], ["--help"]):
        mine, bare = processes([program("gongjian"), *arguments], [PYTHON, "-c", "import click"], runs=runs)
        yield f"`gongjian {arguments[0]}`", '`python -c "import click"`', f"{mine.ratio(bare):.2f}", "≤ 1.3"


def one_plan(folder: Path, runs: int) -> Iterator[Row]:
    """Compare the check of one plan, from nothing."""
    plan = str(write_repository(folder, 1) / "plan-00000.yaml")
    schema = folder / "plan.schema.json"
    _write_schema(schema)
    mine, models = processes([program("gongjian"), "validate", plan], [PYTHON, "-c", MODELS], runs=runs)
    yield (
        "`validate`, one plan, cold",
        "importing pydantic and building the models",
        f"{mine.ratio(models):.2f}",
        "≤ 1.5",
    )
    for peer, arguments in (
        ("check-jsonschema", ["--schemafile", str(schema), plan]),
        ("yamllint", ["-d", "relaxed", plan]),
    ):
        if Path(program(peer)).exists():
            mine, other = processes(
                [program("gongjian"), "validate", plan], [program(peer), *arguments], runs=runs
            )
            budget = "≤ 0.67" if peer == "check-jsonschema" else ""
            yield "`validate`, one plan, cold", f"`{peer}`", f"{mine.ratio(other):.2f}", budget


def many_plans(folder: Path, count: int, runs: int) -> Iterator[Row]:
    """Compare the check of many plans with reading and validating them, and with peers."""
    paths = sorted(write_repository(folder, count).glob("plan-*.yaml"))
    schema = folder / "plan.schema.json"
    _write_schema(schema)
    mine, floor = functions(lambda: _check(paths), lambda: _floor(paths), runs=runs)
    yield (
        f"check of {count:,} plans, in process",
        "fast parse + Pydantic alone",
        f"{mine.ratio(floor):.2f}",
        "≤ 1.5",
    )
    yield "… for one plan", "", f"{mine.median / count * 1e6:,.0f} µs", ""
    for peer, arguments, budget in (
        ("check-jsonschema", ["--schemafile", str(schema), *map(str, paths)], "≤ 0.05"),
        ("yamllint", ["-d", "relaxed", *map(str, paths)], "≤ 0.04"),
    ):
        if Path(program(peer)).exists():
            whole, other = processes(
                [program("gongjian"), "validate", str(folder)], [program(peer), *arguments], runs=1
            )
            yield (
                f"`validate`, {count:,} plans ({whole.memory:.0f} MiB)",
                f"`{peer}` ({other.memory:.0f} MiB)",
                f"{whole.ratio(other):.3f}",
                budget,
            )


def rules_against_parse(runs: int) -> Iterator[Row]:
    """Compare the rules over a plan with the parse of its text."""
    from gongjian.model.plan import Plan
    from gongjian.rules.engine import check_plan
    from gongjian.source import fast

    text = plan_text(1)
    plan = Plan.model_validate(fast.parse(text))
    rules, parse = functions(
        lambda: [list(check_plan(plan)) for _ in range(50)],
        lambda: [fast.parse(text) for _ in range(50)],
        runs=runs,
    )
    yield "rules over one plan", "the parse of its text", f"{rules.ratio(parse):.2f}", "≤ 1"


def rules_with_packs(runs: int) -> Iterator[Row]:
    """Compare the rules over a real plan of 240 lines, two packs in force, with the load of its text."""
    from gongjian.model.plan import Plan
    from gongjian.rules.engine import check_plan
    from gongjian.rules.packs import built_in_pack
    from gongjian.rules.standards import Standards
    from gongjian.source.file import SourceFile
    from gongjian.source.loading import load

    text = (ROOT / "plans" / "yongli.yaml").read_text(encoding="utf-8")
    plan = load(SourceFile.of(text), Plan)
    standards = Standards((built_in_pack("yongli"), built_in_pack("guofa-2016-40")))
    rules, read = functions(
        lambda: [list(check_plan(plan, standards)) for _ in range(20)],
        lambda: [load(SourceFile.of(text), Plan) for _ in range(20)],
        runs=runs,
    )
    yield (
        "rules and entailment over `plans/yongli.yaml`, two packs",
        "loading it",
        f"{rules.ratio(read):.2f}",
        "≤ 1",
    )


def findings_cost(folder: Path, runs: int) -> Iterator[Row]:
    """Compare a file with a finding with the same file clean."""
    clean, bad = folder / "clean.yaml", folder / "bad.yaml"
    clean.write_text(plan_text(1), encoding="utf-8")
    bad.write_text(plan_text(1).replace("host: one", "host: on", 1), encoding="utf-8")
    with_finding, without = functions(lambda: _check([bad] * 20), lambda: _check([clean] * 20), runs=runs)
    yield "a plan with a finding", "the same plan clean", f"{with_finding.ratio(without):.2f}", "≤ 3"


def documents(runs: int) -> Iterator[Row]:
    """Compare the docx writer with docxtpl on as much text and as long a table."""
    from gongjian.document.docx import write_docx
    from gongjian.document.rendering import document_of
    from gongjian.model.plan import Plan
    from gongjian.source import fast

    text = plan_text(1)
    plan = Plan.model_validate(fast.parse(text))
    document = document_of(plan, text)
    write, whole = functions(
        lambda: [write_docx(document) for _ in range(20)],
        lambda: [write_docx(document_of(plan, text)) for _ in range(20)],
        runs=runs,
    )
    yield "docx of a Document tree", "", f"{write.median / 20 * 1e6:,.0f} µs", ""
    yield "docx of a plan, templates and all", "", f"{whole.median / 20 * 1e6:,.0f} µs", ""
    if find_spec("docxtpl"):
        from benchmarks.docxtpl_peer import same_content

        peer = same_content(document)
        mine, other = functions(
            lambda: [write_docx(document) for _ in range(5)], lambda: [peer() for _ in range(5)], runs=runs
        )
        yield "docx of a Document tree", "docxtpl, same content", f"{mine.ratio(other):.3f}", "≤ 0.05"


def pdf_documents(folder: Path, runs: int) -> Iterator[Row]:
    """Compare the PDF writer with LibreOffice, each time on a plan with other words: Typst remembers paragraphs."""
    from gongjian.document.docx import write_docx
    from gongjian.document.errors import DocumentError
    from gongjian.document.pdf import write_pdf
    from gongjian.document.rendering import document_of
    from gongjian.model.plan import Plan
    from gongjian.source import fast

    texts = (plan_text(number).replace("。", f"{number}。") for number in naturals(1))
    documents = (document_of(Plan.model_validate(fast.parse(text)), text) for text in texts)
    try:
        write_pdf(next(documents))
    except DocumentError as error:
        print(f"pdf is not measured: {error}", file=sys.stderr)
        return
    ten, _ = functions(lambda: [write_pdf(next(documents)) for _ in range(10)], lambda: None, runs=runs)
    yield "pdf of a plan, templates and all", "", f"{ten.median / 10 * 1000:,.1f} ms", ""
    if convert := converter(folder):
        mine, other = functions(
            lambda: write_pdf(next(documents)),
            lambda: convert(write_docx(next(documents))),
            runs=min(runs, 5),
        )
        yield "pdf of a plan", "LibreOffice, from its docx", f"{mine.ratio(other):.3f}", "≤ 0.25"


def _write_schema(path: Path) -> None:
    import json

    from gongjian.model.plan import Plan
    from gongjian.model.schema import json_schema

    path.write_text(json.dumps(json_schema(Plan), ensure_ascii=False), encoding="utf-8")


def _check(paths: list[Path]) -> None:
    from gongjian.repository.checking import check_files
    from gongjian.repository.discovery import Target

    for _ in check_files(Target(path, path.name, given=True) for path in paths):
        pass


def _floor(paths: list[Path]) -> None:
    import yaml_rs

    from gongjian.model.plan import Plan

    for path in paths:
        Plan.model_validate(yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False))


def measure(*, quick: bool) -> Iterator[Row]:
    """Yield every row: what, against what, ratio, budget."""
    runs = 3 if quick else 9
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("one", "many", "findings", "pdf"):
            (folder / part).mkdir()
        yield from start_up(runs)
        yield from one_plan(folder / "one", runs)
        yield from many_plans(folder / "many", 100 if quick else 1000, min(runs, 5))
        yamale = program("yamale")
        sizes = (100,) if quick else (100, 1_000, 10_000)
        (folder / "repositories").mkdir()
        yield from repositories(
            folder / "repositories", sizes, program("gongjian"), yamale if Path(yamale).exists() else None
        )
        yield from rules_against_parse(runs)
        yield from rules_with_packs(runs)
        yield from plans_together(runs, 1_000 if quick else 10_000)
        yield from findings_cost(folder / "findings", runs)
        yield from documents(runs)
        yield from pdf_documents(folder / "pdf", runs)


def main() -> int:
    """Measure, print, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer plans and runs; writes nothing")
    quick = parser.parse_args().quick
    rows = ["| what | against | ratio or median | budget |", "|---|---|---|---|"]
    print("\n".join(rows))
    for row in measure(quick=quick):
        rows.append(f"| {' | '.join(row)} |")
        print(rows[-1], flush=True)
    if not quick:
        machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
        REPORT.write_text(
            f"# Speed\n\nRatios, each of two things measured in turn in one run of `python -m benchmarks` ({machine}).\n"
            "Medians are of that run alone. Plans have about 200 lines, 16 commitments and 20 activities.\n\n"
            + "\n".join(rows)
            + "\n",
            encoding="utf-8",
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
