"""One document of each kind, word for word, as a clerk reads it.

`python tests/document/test_golden.py` writes the files anew: read what has changed before
checking it in.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from materials import material_of

from gongjian.document.kinds import KINDS
from gongjian.document.markdown_writer import write_markdown
from gongjian.document.rendering import document_from
from gongjian.repository.comparing import compliance_of

GOLDEN = Path(__file__).parent / "golden"
PLANS = {
    "实施方案": "songyang",
    "印发通知": "linhai",
    "结对协议书": "yongli",
    "工作计划": "yongli",
    "工作总结": "zhengmu",
    "指标对照表": "gongtongti",
    "活动安排表": "zhengmu",
    "交流人员花名册": "zhongxin",
    "台账": "zhengmu",
    "考核评分表": "gongtongti",
    "领导小组名单": "linhai",
}
"""The plan that each kind is printed from."""


def printed(kind: str) -> str:
    material = material_of(PLANS[kind])
    if KINDS[kind].compares(material.plan):
        material = replace(material, compliance=compliance_of(material.plan))
    return write_markdown(document_from(material, "", kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_document_is_as_it_was_read(kind: str) -> None:
    assert printed(kind) == (GOLDEN / f"{kind}.md").read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name in KINDS:
        (GOLDEN / f"{name}.md").write_text(printed(name), encoding="utf-8")
