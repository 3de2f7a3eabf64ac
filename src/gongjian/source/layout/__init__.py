"""The canonical layout of a file: order, spacing and indentation, every word and comment kept.

    text ─ reading ─▶ tree ─ keys ─▶ tree in order ─ writing ─▶ text

Scalars are spliced from the source as they stand, so quotes, block texts and numbers stay what
they were. What comes out is read back and must say the same, comments included.
"""

from gongjian.source.layout.keys import Language
from gongjian.source.layout.layout import laid_out
from gongjian.source.layout.tree import LayoutError

__all__ = ["Language", "LayoutError", "laid_out"]
