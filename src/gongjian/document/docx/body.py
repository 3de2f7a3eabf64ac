"""The body of a Word file as XML.

Written by hand and not by a template: there are few places and very many texts.
"""

from collections import deque
from collections.abc import Iterable

from gongjian.document.docx.pieces import COMMENT_BEGIN, COMMENT_END, Cell, Grid, Line, Piece, Runs, Sheet
from gongjian.document.docx.templates import attribute, run_text

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_DATA = '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0620"/>'
_AT_THE_FOOT = (
    '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="margin"'
    ' w:tblpXSpec="center" w:tblpYSpec="bottom"/>'
)


class BodyWriter:
    """Writes pieces as XML, and gathers the comments on the way: their places are their ids."""

    def __init__(self) -> None:
        self.comments: list[str] = []
        self._open: deque[int] = deque()

    def write(self, pieces: Iterable[Piece], section: str) -> str:
        """The whole part; ``section`` are the properties of the last section."""
        return f"{_HEAD}{''.join(map(self._piece, pieces))}{section}</w:body></w:document>"

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, Line):
            return self._line(piece)
        return self._grid(piece) if isinstance(piece, Grid) else self._sheet(piece)

    def _line(self, line: Line) -> str:
        runs = self._fitted(line) if line.fit else self._runs(line.runs)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/>{"<w:keepNext/>" if line.keep_next else ""}'
            f"{_direct(line)}{line.section}</w:pPr>{runs}</w:p>"
        )

    def _runs(self, runs: Runs) -> str:
        return "".join(
            [
                self._marked(mark, text)
                if mark
                else f'<w:r><w:t xml:space="preserve">{run_text(text)}</w:t></w:r>'
                for mark, text in runs
            ]
        )

    def _marked(self, mark: str, text: str) -> str:
        if mark == COMMENT_BEGIN:
            self.comments.append(text)
            self._open.append(len(self.comments) - 1)
            return f'<w:commentRangeStart w:id="{self._open[-1]}"/>'
        if mark == COMMENT_END:
            number = self._open.popleft()
            return (
                f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
                f'<w:commentReference w:id="{number}"/></w:r>'
            )
        return _run(f'<w:rStyle w:val="{mark}"/>', text)

    def _fitted(self, line: Line) -> str:
        assert line.fit
        properties = (
            f'<w:w w:val="{line.fit.scale}"/><w:sz w:val="{line.fit.size}"/><w:szCs w:val="{line.fit.size}"/>'
        )
        return "".join(_run(properties, text) for _, text in line.runs)

    def _grid(self, grid: Grid) -> str:
        caption = f'<w:tblCaption w:val="{attribute(grid.caption)}"/>' if grid.caption else ""
        first, *others = ["".join(map(self._data, row)) for row in grid.rows]
        if grid.keep_next and others:
            others[-1] = others[-1].replace("</w:pPr>", "<w:keepNext/></w:pPr>")
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="OfficialTable"/><w:tblW w:w="{grid.width}" w:type="dxa"/>'
            f"{_DATA}{caption}</w:tblPr>{_columns(grid.widths)}"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{first}</w:tr>"
            f"{''.join([f'<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>' for row in others])}</w:tbl>"
        )

    def _data(self, cell: tuple[str, int, Runs]) -> str:
        style, width, runs = cell
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{self._runs(runs)}</w:p></w:tc>'
        )

    def _sheet(self, sheet: Sheet) -> str:
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if sheet.keeps_rows else ""
        rows = [f"<w:tr>{whole}{''.join(map(self._cell, row, sheet.widths))}</w:tr>" for row in sheet.rows]
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.style}"/>{_AT_THE_FOOT if sheet.floats else ""}'
            f'<w:tblW w:w="{sheet.width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
            f"</w:tblPr>{_columns(sheet.widths)}{''.join(rows)}</w:tbl>"
        )

    def _cell(self, cell: Cell, width: int) -> str:
        merge = f'<w:vMerge w:val="{cell.merge}"/><w:vAlign w:val="center"/>' if cell.merge else ""
        lines = "".join(map(self._line, cell.lines))
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{lines}</w:tc>'


def _direct(line: Line) -> str:
    """What no style can say, as it depends on the text, in the order of the schema."""
    found = ""
    if line.number:
        found += f'<w:numPr><w:ilvl w:val="{line.number[0]}"/><w:numId w:val="{line.number[1]}"/></w:numPr>'
    if line.tabs:
        stops = "".join([f'<w:tab w:val="left" w:pos="{place}"/>' for place in line.tabs])
        found += f"<w:tabs>{stops}</w:tabs>"
    if line.fit:
        found += f'<w:spacing w:line="{line.fit.line}" w:lineRule="exact"/>'
    if line.right is not None:
        found += f'<w:ind w:right="{line.right}"/>'
    if line.mark:
        found += f'<w:rPr><w:rStyle w:val="{line.mark}"/></w:rPr>'
    return found


def _run(properties: str, text: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{run_text(text)}</w:t></w:r>'


def _columns(widths: Iterable[int]) -> str:
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return f"<w:tblGrid>{columns}</w:tblGrid>"
