"""Changes as JSON."""

import json
from typing import Any

from gongjian.model.changes import Change, Contrast, Detail, FileChange

VERSION = 1
"""The version of the form; it changes when a reader of the old form would misread."""


def dumps(contrast: Contrast) -> str:
    """Write everything as one JSON object."""
    form: dict[str, Any] = {
        "version": VERSION,
        "old": contrast.old,
        "new": contrast.new,
        "summary": {
            "files": len(contrast.files),
            **{str(kind): count for kind, count in contrast.counts().items()},
        },
        "files": [_file(file) for file in contrast.files],
        "problems": [
            {"side": each.side, "file": each.name, "message": each.message} for each in contrast.problems
        ],
    }
    return json.dumps(form, ensure_ascii=False, indent=2)


def _file(file: FileChange) -> dict[str, Any]:
    return {
        "kind": file.kind,
        "id": file.id or None,
        "title": file.title or None,
        "old": file.old,
        "new": file.new,
        "changes": [_change(change) for change in file.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "area": change.area,
        "title": change.title,
        "change": change.kind,
        "what": change.what,
        "id": change.id or None,
        "details": [_detail(detail) for detail in change.details],
        "old_path": None if change.old is None else list(change.old),
        "new_path": None if change.new is None else list(change.new),
    }


def _detail(detail: Detail) -> dict[str, Any]:
    return {
        "field": detail.field or None,
        "title": detail.title,
        "old": detail.old or None,
        "new": detail.new or None,
        "note": detail.note or None,
    }
