"""What is chosen for a new repository."""

from dataclasses import dataclass

from gongjian.repository.drafting.archetypes import Archetype

NAME = "某某县城乡学校结对方案"
BUREAU = "某某县教育局"


@dataclass(frozen=True, slots=True)
class Choice:
    """The choices; `ci` is a key of `CI_SERVICES`, or "none"."""

    archetype: Archetype
    name: str = NAME
    bureau: str = BUREAU
    policies: tuple[str, ...] = ()
    ci: str = "none"
