"""What is told of a commitment: what it promises, and each thing that policies ask of it."""

from collections.abc import Iterator

from gongjian.editor.diagnostics import check_text
from gongjian.editor.positions import lines_of
from gongjian.editor.written import Written
from gongjian.model.finding import Path
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.quota import Quota, QuotaError, parse_quota
from gongjian.model.twin import twin_of_model
from gongjian.rules.requirements.promises import Asked, asked_of
from gongjian.rules.rule import Context
from gongjian.rules.standards import Standards

_UNSOUND = "方案里还有写错的地方，改好以后才能对照政策要求"


def told_of_promise(text: str, name: str, path: Path, standards: Standards) -> str | None:
    """Tell in Markdown about the commitment at a path; None when there is none."""
    plan = check_text(text, name, standards).model
    if not isinstance(plan, Plan):
        return _of_unsound(text, path)
    written = dict(plan.commitments()).get(path)
    if written is None:
        return None
    context = Context(twin_of_model(plan), standards)
    return "\n\n".join((*_promised(written), *_asked(context, path)))


def promise_called(text: str, name: str, key: str, standards: Standards) -> str | None:
    """Tell about the commitment that has an id."""
    places = Written.of(lines_of(text)).find("measures", None, "commitments", None, "id")
    path = next((path[:-1] for path, value in places if value == key), None)
    return told_of_promise(text, name, path, standards) if path else None


def _of_unsound(text: str, path: Path) -> str | None:
    """Tell what can be told while something else in the plan is not right."""
    written = Written.of(lines_of(text))
    activity = written.said((*path, "activity"))
    promised = written.listed((*path, "quota"))
    if not activity:
        return None
    return "\n\n".join((f"**{activity}**", *filter(None, map(_prose, promised)), _UNSOUND))


def _prose(written: str) -> str:
    try:
        quota = parse_quota(written)
    except QuotaError:
        return ""
    return f"`{quota}`　{quota.prose}"


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
