"""Know a finding again in another run, when lines have moved, items come or gone, messages been reworded."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from gongjian.model.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Give each finding of a run a name of its own.

    It is made of the rule, the file, the path with the names of items for their indexes, and
    the requirement. Findings that are alike in all of these are numbered in the order of the file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for finding in findings:
        about = _about(finding)
        seen[about] += 1
        number = (str(seen[about]),) if seen[about] > 1 else ()
        names.append(_digest((*about, *number)))
    return names


def _about(finding: Finding) -> tuple[str, ...]:
    requirement = (finding.policy.pack, finding.policy.requirement) if finding.policy else ("", "")
    path = "\0".join(map(str, finding.anchor or finding.at))
    return (finding.rule, finding.file, path, *requirement)


def _digest(parts: tuple[str, ...]) -> str:
    text = "\0\0".join(parts)
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()
