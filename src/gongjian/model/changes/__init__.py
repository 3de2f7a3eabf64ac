"""What changed in meaning between two versions of a file: quotas, people, schools, dates, texts.

Items are paired by their ids, and by what they are where an id changed; quotas are compared by
entailment both ways: a quota that guarantees the old one, and not the other way round, is 收紧.
What the schemas say of fields is all that is known of most of them, so that a new field needs
nothing here.
"""

from gongjian.model.changes.change import KINDS, Change, ChangeKind, Detail
from gongjian.model.changes.comparison import changes
from gongjian.model.changes.contrast import Contrast, FileChange, Problem
from gongjian.model.changes.wording import Piece

__all__ = ["KINDS", "Change", "ChangeKind", "Contrast", "Detail", "FileChange", "Piece", "Problem", "changes"]
