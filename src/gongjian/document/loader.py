"""Where templates come from: folders, and nothing outside them."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from jinja2 import BaseLoader, Environment, TemplateNotFound

MAX_TEMPLATE_BYTES = 1_000_000

BUILT_IN = "内置/"
"""Before a template's name: the built-in one, whatever a repository has by that name."""


class RefusedTemplateError(TemplateNotFound):
    """A template that is there, or might be, and may not be read; the message is Chinese."""


class FolderLoader(BaseLoader):
    """Looks for a template in each folder in turn, so that a repository's own come before the built-in, the last."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Jinja's hook: the source, the path, and whether the source is still up to date."""
        path = self._find(template)
        data = path.read_bytes()
        if len(data) > MAX_TEMPLATE_BYTES:
            raise RefusedTemplateError(template, f"模板太大，超过{MAX_TEMPLATE_BYTES // 1000}千字节")
        try:
            source = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise RefusedTemplateError(template, "模板不是 UTF-8 编码，请另存为 UTF-8") from None
        modified = path.stat().st_mtime_ns
        return source, str(path), lambda: path.exists() and path.stat().st_mtime_ns == modified

    def list_templates(self) -> list[str]:
        """The names of all templates, sorted."""
        found = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.glob("**/*.md*")
            if path.is_file()
        }
        return sorted(found)

    def name_of(self, path: str) -> str:
        """The name under which ``path`` was loaded."""
        for folder in self.folders:
            if Path(path).is_relative_to(folder):
                return Path(path).relative_to(folder).as_posix()
        return path

    def _find(self, template: str) -> Path:
        name = PurePosixPath(template.removeprefix(BUILT_IN))
        if name.is_absolute() or ".." in name.parts or set(template) & set("\\:\0"):
            raise RefusedTemplateError(template, "只能用模板文件夹里的模板")
        for folder in self.folders[-1:] if template.startswith(BUILT_IN) else self.folders:
            path = folder / name
            if path.is_file():
                if not path.resolve().is_relative_to(folder.resolve()):
                    raise RefusedTemplateError(template, "模板是指向文件夹外面的链接")
                return path
        raise TemplateNotFound(template)
