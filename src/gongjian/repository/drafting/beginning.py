"""The draft before any pack is looked at: the leading group, and what is usual for the archetype."""

from gongjian.model.kinds import Kinds
from gongjian.repository.drafting.archetypes import LEAD
from gongjian.repository.drafting.draft import Draft, Officer, Promise
from gongjian.repository.drafting.request import Request


def begin(request: Request) -> Draft:
    """Give a draft without commitments."""
    if request.archetype.is_county:
        return _of_a_county(request)
    leads = [party for party in request.parties() if party.role == LEAD]
    members = [party for party in request.parties() if party.role != LEAD]
    return Draft(
        request,
        request.date,
        Officer(["校长"], request.leader, leads[0].id),
        [Officer(["校区负责人" if party.parent else "校长"], school=party.id) for party in members],
        [Officer(["教导主任"], school=party.id) for party in (*leads, *members)],
    )


def _of_a_county(request: Request) -> Draft:
    bureau = request.bureau
    return Draft(
        request,
        request.date,
        Officer(["局长"], request.leader, unit=bureau),
        [Officer(["副局长"], unit=bureau)],
        [Officer(["各股室负责人"]), Officer(["各牵头校校长"])],
    )


def promise_the_usual(draft: Draft, kinds: Kinds) -> None:
    """Add what plans of the archetype usually promise."""
    for usual in draft.request.archetype.usual:
        draft.promise(Promise(usual.id, usual.activity, (usual.quota,), usual.by, usual.direction), kinds)
