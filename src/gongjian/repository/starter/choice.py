"""What is chosen for a new repository."""

from dataclasses import dataclass

from gongjian.repository.drafting.archetypes import Archetype

BUREAU = "某某县教育局"


def name_after(bureau: str) -> str:
    """Name a repository after the county of a bureau."""
    county = bureau.removesuffix("教育局")
    return f"{county if county != bureau else '某某县'}城乡学校结对方案"


NAME = name_after(BUREAU)


@dataclass(frozen=True, slots=True)
class Choice:
    """The choices; `ci` is a key of `CI_SERVICES`, or "none"."""

    archetype: Archetype
    name: str = NAME
    bureau: str = BUREAU
    policies: tuple[str, ...] = ()
    ci: str = "none"
