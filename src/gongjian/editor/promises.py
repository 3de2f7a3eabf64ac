"""What is told of a commitment: what it promises, and each thing that policies ask of it."""

from collections.abc import Iterator

from gongjian.editor.diagnostics import check_text
from gongjian.model.finding import Path
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.quota import Quota
from gongjian.model.twin import twin_of_model
from gongjian.rules.requirements.promises import Asked, asked_of
from gongjian.rules.rule import Context
from gongjian.rules.standards import Standards


def told_of_promise(text: str, name: str, path: Path, standards: Standards) -> str | None:
    """Tell in Markdown about the commitment at a path; None when the plan cannot be read or has none there."""
    plan = check_text(text, name, standards).model
    if not isinstance(plan, Plan):
        return None
    written = dict(plan.commitments()).get(path)
    if written is None:
        return None
    context = Context(twin_of_model(plan), standards)
    return "\n\n".join((*_promised(written), *_asked(context, path)))


def promise_called(text: str, name: str, key: str, standards: Standards) -> str | None:
    """Tell about the commitment that has an id."""
    plan = check_text(text, name, standards).model
    if not isinstance(plan, Plan):
        return None
    path = next((path for path, each in plan.commitments() if each.id == key), None)
    return told_of_promise(text, name, path, standards) if path else None


def _promised(commitment: Commitment) -> Iterator[str]:
    yield f"**{commitment.activity}**"
    yield from (f"`{quota}`　{quota.prose}" for quota in commitment.quota if isinstance(quota, Quota))


def _asked(context: Context, path: Path) -> Iterator[str]:
    """Yield one list of what is asked for; or that nothing is."""
    commitment = dict(context.plan.commitments())[path]
    asked = list(asked_of(context, (path, commitment)))
    if asked:
        yield "\n".join(map(_line, asked))
    elif context.packs:
        yield f"生效的政策包对“{commitment.activity}”没有数量和进度的要求"


def _line(asked: Asked) -> str:
    demand = f"　要求{asked.demand}" if asked.demand else ""
    soft = "（争取）" if asked.requirement.soft else ""
    reason = f"；{asked.reason.rstrip('。')}" if asked.reason else ""
    otherwise = f"；承诺“{asked.otherwise}”满足" if asked.otherwise else ""
    return f"- **{asked.state}**　{asked.source}{demand}：{asked.requirement.text.rstrip('。')}{soft}{reason}{otherwise}"
