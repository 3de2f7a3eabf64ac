"""The CI services that have a recipe, and which of them a checkout is pushed to."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Service:
    """A CI service.

    Attributes:
        title: what users call it.
        recipe: its recipe.
        target: where the recipe goes in a repository.
        host: what addresses of its checkouts contain.
    """

    title: str
    recipe: str
    target: str
    host: str


CI_SERVICES = {
    "github": Service("GitHub Actions", "github.yml", ".github/workflows/gongjian.yml", "github"),
    "gitlab": Service("GitLab CI", "gitlab-ci.yml", ".gitlab-ci.yml", "gitlab"),
    "gitee": Service("Gitee Go", "gitee-go.yml", ".workflow/gongjian.yml", "gitee"),
}


def recipe(name: str) -> bytes:
    """Give a recipe: from inside the wheel, or the top of a checkout.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).parents[2]
    for folder in (package / "recipes", package.parents[1] / "recipes"):
        if folder.is_dir():
            return (folder / name).read_bytes()
    raise FileNotFoundError(f"no recipes beside {package}")


def service_of(folder: Path) -> str:
    """Tell from its remotes which service a checkout is pushed to; "none" when they do not say."""
    remotes = _git(folder, "remote", "-v")
    return next((name for name, service in CI_SERVICES.items() if service.host in remotes), "none")


def checkout_top(folder: Path) -> Path | None:
    """Give the top of the checkout that a folder is in; None when it is in none."""
    top = _git(folder, "rev-parse", "--show-toplevel").strip()
    return Path(top) if top else None


def _git(folder: Path, *arguments: str) -> str:
    """Ask git; "" when it is not there or says no."""
    existing = next(path for path in (folder, *folder.parents) if path.is_dir())
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(existing), *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
