"""The settings of a plan repository (方案仓库): `gongjian.yaml`, `repository/v1`."""

from typing import Literal

from gongjian.model.base import Model, Text, entry


class Repository(Model, title="方案仓库"):
    """A folder of plans that belong together."""

    gongjian: Literal["repository/v1"] = entry("文件类型", "说明这是哪一种文件，写在第一行", "repository/v1")
    name: Text | None = entry("名称", "方案仓库的名称", "松阳县城乡教育共同体方案", default=None)
