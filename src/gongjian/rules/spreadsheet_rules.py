"""GJ605–607: registries that are spreadsheets."""

from collections.abc import Iterator
from dataclasses import replace

from gongjian.model.base import Model
from gongjian.model.finding import Finding
from gongjian.model.keys import names_of
from gongjian.model.school_registry import RegisteredSchool, Teacher
from gongjian.rules.rule import Rule, make_rule
from gongjian.rules.suggestions import listed, nearest
from gongjian.source.spreadsheet.registry import RegistrySheets, place_of_cell
from gongjian.source.spreadsheet.table import Cell, Trouble

_MODELS: dict[str, type[Model]] = {"schools": RegisteredSchool, "teachers": Teacher}


def check_sheets(sheets: RegistrySheets) -> Iterator[Finding]:
    """Yield what is wrong with a spreadsheet itself, each finding placed."""
    for rule in SPREADSHEET_RULES:
        yield from map(rule.stamp, rule.check(sheets))


def in_cell(message: str, sheet: str, cell: Cell) -> str:
    """Say in which cell of which sheet; a text file's line and column say it already."""
    return f"{message}（工作表“{sheet}”{cell.name}）" if cell.name else message


def _at(cell: Cell, sheet: str, message: str, hint: str) -> Finding:
    return Finding(message=in_cell(message, sheet, cell), hint=hint, place=place_of_cell(cell))


def _registry_without_schools(sheets: RegistrySheets) -> Iterator[Finding]:
    """名册表格要有一行标题，至少有“校名”一列；各列次序随意，标题上面可以有表名。

    坏例：
    ```csv
    甲小学,城区
    乙小学,乡村
    ```
    好例：
    ```csv
    校名,所在地
    甲小学,城区
    乙小学,乡村
    ```
    """
    if not any(each.listed == "schools" for each in sheets.sheets):
        table = next((table for table in sheets.tables if table.rows), None)
        first = next(iter(table.rows[0].values())) if table else Cell("", 1, 1)
        titles = listed(field.title or "" for field in RegisteredSchool.model_fields.values())
        yield _at(
            first,
            table.name if table else "",
            "表格里没有“校名”这一列",
            f"在各列上面写一行标题：{titles}；只有校名必须有",
        )


def _unknown_column(sheets: RegistrySheets) -> Iterator[Finding]:
    """表格的标题要用名册的说法，不认识的列不会读；同一项只能有一列，别名、职务、学科可以有几列。

    坏例：
    ```csv
    校名,所再地
    甲小学,城区
    乙小学,乡村
    ```
    好例：
    ```csv
    校名,所在地
    甲小学,城区
    乙小学,乡村
    ```
    """
    for each in sheets.sheets:
        known = [name for name in names_of(_MODELS[each.listed]) if not name.isascii()]
        others = []
        for cell in each.records.unknown:
            near = nearest(cell.text, known)
            if near in each.records.titles:
                near = None  # that column is there already
            if near:
                yield _at(cell, each.sheet, f"不认识的列“{cell.text}”，没有读", f"你是不是想写“{near}”？")
            else:
                others.append(cell)
        if others:
            names = listed(cell.text for cell in others)
            hint = f"用不着就不管它；可以有的列：{listed(known, 16)}"
            message = f"有 {len(others)} 列不是名册的内容，没有读：{names}"
            yield replace(_at(others[0], each.sheet, message, hint), grade="info")
        for cell in each.records.repeated:
            yield _at(cell, each.sheet, f"“{cell.text}”与另一列重复，没有读", "留下一列")


def _cell_without_value(sheets: RegistrySheets) -> Iterator[Finding]:
    """名册里只能有文字和数：没有算出值的公式、出错的公式（#N/A），以及以 = + - @ 开头、表格软件会当作公式的文字，都要改。

    坏例：
    ```csv
    校名,所在地
    甲小学,城区
    =A2&"乙小学",乡村
    ```
    好例：
    ```csv
    校名,所在地
    甲小学,城区
    乙小学,乡村
    ```
    """
    for sheet, cell, count in sheets.troubles():
        words, hint = _TROUBLES[cell.trouble]
        many = f"，这一列共有 {count} 格" if count > 1 else ""
        text = cell.text if len(cell.text) <= 24 else f"{cell.text[:24]}…"
        yield _at(cell, sheet, f"“{text}”{words}{many}", hint)


_TROUBLES: dict[Trouble, tuple[str, str]] = {
    "formula": ("是公式，没有算出来的值", "在 Excel 或 WPS 里打开后保存；或者复制、选择性粘贴为数值"),
    "error": ("是公式出的错", "改正公式，或者填上内容"),
    "injection": ("像公式，不是文字", "改成普通的文字"),
    "unclosed": ("前面的双引号没有配对，后面的内容都成了这一格", "在这一格末尾补上双引号，或者删去开头的"),
}

registry_without_schools: Rule = make_rule("GJ605", _registry_without_schools, "error", "名册表格没有标题行")
unknown_column: Rule = make_rule("GJ606", _unknown_column, "warning", "名册表格里有不认识的列")
cell_without_value: Rule = make_rule("GJ607", _cell_without_value, "error", "名册表格里有公式")
SPREADSHEET_RULES = (registry_without_schools, unknown_column, cell_without_value)
