"""The benchmark is a package of its own, beside `src`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
if not (ROOT / "benchmarks").is_dir():
    collect_ignore_glob = ["test_*.py"]  # an installation without it
sys.path.insert(0, str(ROOT))
