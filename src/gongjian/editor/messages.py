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


def items(completion: Completion, sheet: Sheet) -> list[types.CompletionItem]:
    """Offer what may be written, in its order."""
    place = sheet.told(completion.range)
    return [
        _item(proposal, number, place, completion.word)
        for number, proposal in enumerate(completion.proposals)
    ]


def _item(proposal: Proposal, number: int, place: types.Range, word: str) -> types.CompletionItem:
    return types.CompletionItem(
        label=proposal.label,
        kind=_ITEM_KINDS[proposal.kind],
        detail=proposal.detail or None,
        documentation=proposal.description or None,
        sort_text=f"{number:05}",
        filter_text=_looked_for(proposal, word),
        text_edit=types.TextEdit(place, proposal.new or proposal.label),
    )


def _looked_for(proposal: Proposal, word: str) -> str | None:
    """Give the other name that is being typed, so that editors do not filter the proposal away."""
    word = word.strip().lower()
    if not word or word in proposal.label.lower():
        return None
    return next((alias for alias in proposal.aliases if word in alias.lower()), None)
