"""Where the built-in templates are: inside the wheel, or at the top of a checkout."""

from pathlib import Path


def builtin_templates() -> Path:
    """Give the folder of the built-in templates.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "templates", package.parents[1] / "templates"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no templates beside {package}")
