"""gongjian 共建: plans for urban-rural school pairing, checked and printed."""

__version__ = "0.1.0"
