"""The layout asked for on the command line: `--set fonts=windows`."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gongjian.document.layout import Profile
    from gongjian.model.repository import Layout


def chosen_profile(said: "Layout | None", given: tuple[str, ...]) -> "Profile":
    """Give the layout that the repository says, changed by what is given.

    Raises:
        click.UsageError: there is no such item, or no such value.
    """
    from gongjian.document.layout import COMMON, profile_of

    if not given:
        return profile_of(said) if said else COMMON
    from gongjian.model.repository import Layout

    layout = _layout(given)
    told = {name: getattr(layout, name) for name in layout.model_fields_set}
    return profile_of((said or Layout()).model_copy(update=told))


def _layout(given: tuple[str, ...]) -> "Layout":
    from pydantic import ValidationError

    from gongjian.model.keys import names_of
    from gongjian.model.repository import Layout
    from gongjian.rules.schema import schema_findings
    from gongjian.rules.suggestions import did_you_mean
    from gongjian.source.loading import SchemaError

    known = names_of(Layout)
    items: dict[str, object] = {}
    for part in given:
        name, _, value = part.partition("=")
        if name not in known:
            listed = "、".join(f"{key}（{field.title}）" for key, field in Layout.model_fields.items())
            raise click.UsageError(
                f"--set：没有版式项“{name}”；{did_you_mean(name, known, f'可以写：{listed}')}"
            )
        items[known[name]] = value.split(",") if "," in value else value
    try:
        return Layout.model_validate(items)
    except ValidationError as error:
        found = next(iter(schema_findings(SchemaError(Layout, error.errors(include_url=False)))))
        raise click.UsageError(f"--set：{found.message}；{found.hint}") from None
