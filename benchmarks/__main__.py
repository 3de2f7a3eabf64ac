"""Measure gongjian beside its peers, and write docs/performance.md.

    python -m benchmarks --npm DIR                      all of it: half an hour or more
    python -m benchmarks --only repositories,peers-100  some parts; the others stay as they were measured
    python -m benchmarks --quick                        few runs of little, to see that it works; writes nothing
    python -m benchmarks --list                         the parts

gongjian is built and installed beforehand, as users have it. Peers that are not installed are left out with a word:
yamllint, check-jsonschema and Yamale come with the extra `dev`, the others are npm's:

    npm install --prefix DIR ajv-cli ajv-formats @stoplight/spectral-cli

Every figure is a ratio of two things measured in the same run. Nothing fails on a time.
"""

import argparse
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.installation import ROOT
from benchmarks.parts import QUICK_SIZES, SIZES, Part, chosen, parts
from benchmarks.results import keep, line, table
from benchmarks.setting import Setting
from benchmarks.table import Rows


def main() -> int:
    """Measure, print, and keep what was measured."""
    arguments = _arguments()
    every = parts(QUICK_SIZES if arguments.quick else SIZES)
    if arguments.list:
        print(*every, sep="\n")
        return 0
    names = [name for name in arguments.only.split(",") if name]
    try:
        wanted = chosen(names, every)
    except KeyError as error:
        print(f"no part {error.args[0]}; there are {', '.join(every)}", file=sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT / "src"))  # what is measured in process is what is built and installed
    gc.set_threshold(50_000, 20, 20)  # as the program does when it starts
    with tempfile.TemporaryDirectory() as home:
        for name, part in wanted.items():
            print(f"\n{name}\n", *table([part.columns]), sep="\n", flush=True)
            rows = list(_told(part, Setting(Path(home), Path(home) / name, arguments.quick, arguments.npm)))
            if not arguments.quick:
                keep(name, rows, every)
    return 0


def _told(part: Part, setting: Setting) -> Rows:
    """Measure a part, and print each row when it is there."""
    setting.folder.mkdir()
    for row in part.measure(setting):
        print(line(row), flush=True)
        yield row
    shutil.rmtree(setting.folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    npm = os.environ.get("GONGJIAN_NPM")
    parser.add_argument("--only", default="", metavar="PARTS", help="these parts, with commas between them")
    parser.add_argument("--quick", action="store_true", help="few runs of little; writes nothing")
    parser.add_argument("--list", action="store_true", help="name the parts, and stop")
    parser.add_argument(
        "--npm",
        type=lambda text: Path(text).resolve(),
        default=Path(npm).resolve() if npm else None,
        metavar="DIR",
        help="where npm's peers are installed (or GONGJIAN_NPM); otherwise they are sought on the PATH",
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
