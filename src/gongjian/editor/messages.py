"""What was found, in the words of the protocol."""

from lsprotocol import types

from gongjian.editor.completion import Completion
from gongjian.editor.diagnostics import Diagnostic
from gongjian.editor.fixes import Fix
from gongjian.editor.formatting import Edit
from gongjian.editor.proposal import Proposal
from gongjian.editor.sheet import Sheet

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_ITEM_KINDS = {
    "key": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.EnumMember,
    "reference": types.CompletionItemKind.Reference,
}


def told(diagnostic: Diagnostic, sheet: Sheet) -> types.Diagnostic:
    """Tell a finding."""
    return types.Diagnostic(
        range=sheet.told(diagnostic.range),
        message=diagnostic.message,
        severity=_SEVERITIES[diagnostic.finding.severity],
        code=diagnostic.finding.rule,
        source="gongjian",
    )


def action(uri: str, fix: Fix, sheet: Sheet) -> types.CodeAction:
    """Offer a fix."""
    return types.CodeAction(
        title=fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[told(fix.diagnostic, sheet)],
        is_preferred=fix.preferred or None,
        edit=types.WorkspaceEdit(changes={uri: [types.TextEdit(sheet.told(fix.range), fix.new)]}),
    )


def edit(change: Edit, sheet: Sheet) -> types.TextEdit:
    """Tell an edit."""
    return types.TextEdit(sheet.told(change.range), change.new)


def items(completion: Completion, sheet: Sheet) -> types.CompletionList:
    """Offer what may be written, in its order.

    Editors filter by what is typed, but some of them not by Chinese characters: then only what has these is offered.
    """
    place = sheet.told(completion.range)
    word = completion.word.strip().lower()
    fitting = [] if word.isascii() else [each for each in completion.proposals if _has(each, word)]
    return types.CompletionList(
        is_incomplete=bool(fitting),
        items=[
            _item(each, number, place, word) for number, each in enumerate(fitting or completion.proposals)
        ],
    )


def _has(proposal: Proposal, word: str) -> bool:
    return any(word in each.lower() for each in (proposal.label, *proposal.aliases))


def _item(proposal: Proposal, number: int, place: types.Range, word: str) -> types.CompletionItem:
    return types.CompletionItem(
        label=proposal.label,
        kind=_ITEM_KINDS[proposal.kind],
        detail=proposal.detail or None,
        documentation=proposal.description or None,
        sort_text=f"{number:05}",
        filter_text=_looked_for(proposal, word),
        text_edit=types.TextEdit(place, proposal.new or proposal.label),
        insert_text_mode=types.InsertTextMode.AsIs,  # an editor that indents anew would change what is meant
    )


def _looked_for(proposal: Proposal, word: str) -> str:
    """Give the name by which it is looked for, or editors would filter it away: the label, or the other one that is typed."""
    names = (proposal.label, *proposal.aliases)
    return next((name for name in names if word in name.lower()), proposal.label)
