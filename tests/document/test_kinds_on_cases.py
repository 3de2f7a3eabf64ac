"""Plans with little or odd in them: every kind of document is printed, or it is said why not."""

from pathlib import Path

import pytest

from gongjian.document.kinds import KINDS, NothingToPrintError
from gongjian.document.material import Material
from gongjian.document.rendering import document_from
from gongjian.model.plan import Plan
from gongjian.repository.checking import check_file
from gongjian.repository.comparing import compliance_of
from gongjian.repository.discovery import Target

CASES = Path(__file__).parents[1] / "cases"
PLANS = {
    path.stem: file.model
    for path in sorted((*CASES.glob("good/*.yaml"), *CASES.glob("bad/*.yaml")))
    if isinstance((file := check_file(Target(path, path.name, given=True))).model, Plan)
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", PLANS)
def test_every_kind_of_every_case(name, kind):
    material = Material(PLANS[name], compliance=compliance_of(PLANS[name]))
    try:
        assert document_from(material, "", kind).blocks
    except NothingToPrintError as error:
        assert str(error).startswith(("没有", "方案的起止时间颠倒了"))
