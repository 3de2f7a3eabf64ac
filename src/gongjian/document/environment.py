"""Templates filled in: a plan's values and a Jinja template → official Markdown.

Every ``{{ }}`` is escaped, so that what a plan says can never become structure; a name
that is not there is an error; a template can neither reach outside its folders nor run
without end (see `gongjian.document.sandbox`).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from gongjian.document.errors import DocumentError
from gongjian.document.loader import FolderLoader
from gongjian.document.markdown import parse_markdown
from gongjian.document.sandbox import OfficialEnvironment
from gongjian.document.template_errors import HANDLED, Missing, translate
from gongjian.document.tree import Document


def render_markdown(template_name: str, context: Mapping[str, object], loader_paths: Sequence[Path]) -> str:
    """Fill in a template; of several folders the first that has it is taken.

    Raises:
        TemplateError: the template is missing, wrong, asks for what is not there, or never ends.
    """
    environment, loader = _environment(tuple(path.absolute() for path in loader_paths))
    try:
        with environment.metered():
            return str(environment.get_template(template_name).render(context))
    except DocumentError:
        raise
    except HANDLED as error:
        raise translate(error, template_name, environment, loader) from error


def template_blocks(template_name: str, loader_paths: Sequence[Path]) -> tuple[str, ...]:
    """List the blocks of a template that another may replace, in their order.

    Raises:
        TemplateError: the template is missing or wrong.
    """
    environment, loader = _environment(tuple(path.absolute() for path in loader_paths))
    try:
        with environment.metered():
            return tuple(environment.get_template(template_name).blocks)
    except HANDLED as error:
        raise translate(error, template_name, environment, loader) from error


def build_document(
    template_name: str,
    context: Mapping[str, object],
    loader_paths: Sequence[Path],
    properties: Mapping[str, str] | None = None,
) -> Document:
    """Fill in a template and read the result.

    Raises:
        TemplateError: see `render_markdown`.
        MarkdownError: the template's own Markdown is wrong; the line is that of the filled-in text.
    """
    return parse_markdown(render_markdown(template_name, context, loader_paths), properties)


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...]) -> tuple[OfficialEnvironment, FolderLoader]:
    """One environment for the same folders, so that a template is compiled once."""
    loader = FolderLoader(folders)
    return OfficialEnvironment(loader, Missing), loader
