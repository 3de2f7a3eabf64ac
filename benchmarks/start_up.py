"""What a user waits for before anything is read, and for one plan."""

from benchmarks.plans import write_plans
from benchmarks.setting import Setting
from benchmarks.table import Rows, ratio, seconds

MODELS = (
    "from pydantic import BaseModel; from gongjian.model.plan import Plan; Plan.model_rebuild(force=True)"
)


def start_up(setting: Setting) -> Rows:
    """Compare `--version` and `--help` with importing click."""
    for argument in ("--version", "--help"):
        mine, bare = setting.time(
            setting.gongjian(argument), setting.python("import click"), runs=setting.runs
        )
        yield (
            f"`gongjian {argument}` ({seconds(mine.median)})",
            '`python -c "import click"`',
            ratio(mine.ratio(bare)),
            "≤ 1.3",
        )


def one_plan(setting: Setting) -> Rows:
    """Compare the check of one plan, from nothing, with what it cannot do without."""
    (plan,) = write_plans(setting.folder / "one", 1)
    mine, models = setting.time(
        setting.gongjian("validate", plan, "--no-cache"), setting.python(MODELS), runs=setting.runs
    )
    yield (
        f"`validate`, one plan, cold ({seconds(mine.median)})",
        "importing pydantic and building the models",
        ratio(mine.ratio(models)),
        "≤ 1.5",
    )
