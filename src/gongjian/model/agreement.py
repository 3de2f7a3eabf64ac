"""What a plan says for its 结对协议书 beyond its commitments."""

from gongjian.model.base import Count, Model, Texts, entry


class Agreement(Model, title="协议"):
    """The terms of the agreement (结对协议书) between a lead school and its members.

    The duties of both sides come from the commitments; what stands here is added to them.
    """

    copies: Count | None = entry("份数", "一式几份；不写则各方一份，另外各备案机关一份", 4, default=None)
    filed_with: Texts = entry("备案机关", "报哪里备案", "市教育局", default=())
    lead: Texts = entry(
        "甲方责任", "牵头校（甲方）另外承担的责任，一条一项", ["甲方承担主讲教师的课时费。"], default=()
    )
    members: Texts = entry(
        "乙方责任", "成员校（乙方）另外承担的责任，一条一项", ["乙方为支教教师提供食宿。"], default=()
    )
    both: Texts = entry(
        "共同责任", "双方另外共同承担的责任，一条一项", ["双方每学期互换工作台账。"], default=()
    )
    funds: Texts = entry("经费", "经费怎样承担，一条一项", ["活动经费由双方各自承担。"], default=())
    breach: Texts = entry(
        "违约责任", "一方没有履行时怎么办；不写则用通行的说法", "报市教育局协调处理。", default=()
    )
