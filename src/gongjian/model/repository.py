"""The settings of a plan repository (方案仓库): `gongjian.yaml`, `repository/v1`."""

from typing import Literal

from gongjian.model.base import Identifier, Model, Text, entry
from gongjian.model.dates import Day


class Waiver(Model, title="豁免"):
    """An accepted finding (豁免): which one, why, who approved it, until when."""

    rule: Text = entry("规则", "豁免哪一条规则", "GJ301")
    requirement: Identifier | None = entry("要求", "只豁免政策包里的这一条要求", "sync-lessons", default=None)
    file: Text | None = entry(
        "文件", "只豁免这个文件（相对仓库的路径，可用 * 代替任意文字）", "plans/yongli.yaml", default=None
    )
    reason: Text = entry("理由", "为什么可以不改", "学校在建，交流推迟到下学期")
    approver: Text = entry("批准人", "谁批准的", "县教育局基教科 李某")
    until: Day = entry("到期日", "有效到哪一天（含）", "2027-01-31")


class Repository(Model, title="方案仓库"):
    """A folder of plans that belong together."""

    gongjian: Literal["repository/v1"] = entry("文件类型", "说明这是哪一种文件，写在第一行", "repository/v1")
    name: Text | None = entry("名称", "方案仓库的名称", "松阳县城乡教育共同体方案", default=None)
    waivers: tuple[Waiver, ...] = entry(
        "豁免",
        "同意不改的问题",
        [{"rule": "GJ233", "reason": "原文如此", "approver": "李某", "until": "2027-01-31"}],
        default=(),
    )
