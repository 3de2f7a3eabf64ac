"""A policy pack named on the command line: by its id or its file."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gongjian.model.policy import Policy


def named_pack(name: str) -> "Policy":
    """Find a pack.

    Raises:
        click.UsageError: there is no such pack, or its file is no sound one.
    """
    from gongjian.rules.packs import find_pack, pack_ids
    from gongjian.rules.suggestions import did_you_mean
    from gongjian.source.errors import SourceError
    from gongjian.source.loading import SchemaError

    try:
        return find_pack(name)
    except KeyError:
        hint = did_you_mean(name, pack_ids(), "用 gongjian policies 看全部，或者写政策包文件的路径")
        raise click.UsageError(f"没有政策包 {name}；{hint}") from None
    except (SourceError, SchemaError):
        raise click.UsageError(f"政策包文件 {name} 有问题，用 gongjian validate {name} 查看") from None
