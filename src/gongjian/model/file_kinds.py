"""The kinds of file there are, and the schema of each; a schema is loaded when it is asked for."""

from gongjian.model.base import Model

KINDS = ("plan/v1", "policy/v1", "ledger/v1", "registry/v1", "repository/v1")
"""What the first key of a file may say."""


def schema_of(kind: str) -> type[Model]:
    """Give the schema of a kind of file.

    Raises:
        KeyError: there is no such kind.
    """
    if kind == "plan/v1":
        from gongjian.model.plan import Plan

        return Plan
    if kind == "policy/v1":
        from gongjian.model.policy import Policy

        return Policy
    if kind == "ledger/v1":
        from gongjian.model.ledger import Ledger

        return Ledger
    if kind == "registry/v1":
        from gongjian.model.school_registry import Registry

        return Registry
    if kind == "repository/v1":
        from gongjian.model.repository import Repository

        return Repository
    raise KeyError(kind)
