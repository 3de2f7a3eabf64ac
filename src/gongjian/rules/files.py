"""GJ0xx: files that cannot be read as YAML, or are none of ours."""

from collections.abc import Callable
from typing import Any, TypeAlias

from gongjian.model.file_kinds import KINDS
from gongjian.model.finding import Finding, Mend, Place
from gongjian.rules.rule import Rule, make_rule
from gongjian.rules.suggestions import did_you_mean, listed, mend_of
from gongjian.rules.unreadable import LINKS, WHAT_TO_DO, why_unreadable
from gongjian.rules.yaml_problems import YAML_PROBLEMS, YAML_QUOTING
from gongjian.source.errors import Kind, SourceError

Words: TypeAlias = tuple[str, str]
"""Message and hint."""

FILE_RULES: dict[Kind, Rule] = {}

SAVE_AS_UTF8 = "用记事本打开，“另存为”，编码选 UTF-8；WPS、VS Code 中同样可以选编码另存"


def file_rule(id: str, kind: Kind, title: str) -> Callable[[Callable[[SourceError], Words]], Rule]:  # noqa: A002
    """Make a rule of a function that words one kind of `SourceError`."""

    def decorate(words: Callable[[SourceError], Words]) -> Rule:
        FILE_RULES[kind] = made = make_rule(id, words, "error", title)
        return made

    return decorate


def file_finding(error: SourceError, file: str = "") -> Finding:
    """Turn a `SourceError` into the finding that users see, its place included."""
    rule = FILE_RULES[error.kind]
    message, hint = rule.check(error)
    place = Place(
        line=error.line, column=error.column, end_line=error.line, end_column=error.column + error.length
    )
    return rule.stamp(Finding(message=message, hint=hint, file=file, place=place, mend=_mend(error)))


def _mend(error: SourceError) -> Mend | None:
    """Give what to write instead, where a character or a word decides."""
    if error.kind == "tab":
        return Mend("\t", "  ", sure=True)
    if error.kind == "syntax" and error.details["problem"] == "wide colon":
        return Mend("：", ":" if error.details["spaced"] else ": ", sure=True)
    given = error.details.get("given")
    if error.kind != "not-gongjian" or not isinstance(given, str):
        return None
    if isinstance(meant := error.details.get("meant"), str):
        return Mend(given, meant, sure=f"{given}/v1" == meant)
    return Mend(given, f"{given}/v1", sure=True) if f"{given}/v1" in KINDS else mend_of(given, KINDS)


@file_rule("GJ001", "unreadable", "文件读不了")
def unreadable_file(error: SourceError) -> Words:
    """文件不存在、没有权限，或者不是普通文件。

    坏例：
    ```sh
    gongjian validate 没有这个文件.yaml
    ```
    好例：
    ```sh
    gongjian validate 方案.yaml
    ```
    """
    if error.details.get("special"):
        return "这是管道、设备之类，不是普通文件，没有读", "写方案文件的路径"
    number = _number(error.details.get("errno"))
    reason = why_unreadable(number, str(error.details.get("reason") or ""))
    if error.details.get("folder"):
        return f"看不了这个文件夹里有什么：{reason}", "改文件夹的权限，让运行检查的人能读"
    if error.details.get("link"):
        return f"这是一个链接，{LINKS.get(reason, reason)}", "删去这个链接，或者改正它指到的地方"
    return f"读不了这个文件：{reason}", WHAT_TO_DO.get(
        number, "核对路径和文件名；在终端里把文件拖进窗口可以得到完整路径"
    )


@file_rule("GJ002", "encoding", "文件不是 UTF-8 编码")
def wrong_encoding(error: SourceError) -> Words:
    """方案文件一律用 UTF-8 编码，别的编码在别的电脑上会变成乱码。

    坏例：
    ```yaml GBK
    theme: 手拉手，共成长
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """
    guess = error.details.get("guess")
    looks = f"，看起来是 {guess}" + ("（记事本里叫 ANSI）" if guess == "GBK" else "") if guess else ""
    return f"文件不是 UTF-8 编码{looks}", SAVE_AS_UTF8


@file_rule("GJ003", "character", "文件里有看不见的控制字符")
def control_character(error: SourceError) -> Words:
    r"""看不见的控制字符多半是从网页或旧软件粘贴来的，YAML 不允许，公文里也印不出来。

    坏例：
    ```yaml
    theme: 手拉手\x07共成长
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """
    code = _number(error.details.get("code"))
    return f"这里有一个看不见的控制字符 U+{code:04X}", "删掉它（光标移到这里，按 Delete）"


@file_rule("GJ004", "tab", "用制表符缩进")
def tab_indentation(error: SourceError) -> Words:
    r"""YAML 只认空格缩进，不认 Tab 键打出的制表符。

    坏例：
    ```yaml
    goals:
    \ttext: 缩小校际差距。
    ```
    好例：
    ```yaml
    goals:
      text: 缩小校际差距。
    ```
    """
    return "这一行用制表符（Tab）缩进，YAML 只认空格", "把行首的制表符换成空格，每层两个"


@file_rule("GJ005", "syntax", "YAML 写法有误")
def yaml_syntax(error: SourceError) -> Words:
    """文件读到这里读不下去了：多半是冒号、引号、括号或缩进的问题。

    坏例：
    ```yaml
    theme：手拉手，共成长
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """
    problem = str(error.details["problem"])
    for part, message, hint in YAML_PROBLEMS:
        if part in problem:
            return message, hint
    return f"YAML 写法有误（{problem}）", "检查这一行和上一行的冒号、引号、括号和缩进；" + YAML_QUOTING


@file_rule("GJ006", "duplicate-key", "同一个键写了两次")
def duplicate_key(error: SourceError) -> Words:
    """同一层里同一个键只能写一次，否则不知道以哪个为准。

    坏例：
    ```yaml
    theme: 手拉手
    theme: 共成长
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """
    key, first = error.details["key"], error.details["first"]
    return f"“{key}”写了两次，第 {first} 行已经写过", "留下一处，把内容并到一起"


@file_rule("GJ007", "several-documents", "一个文件里有几份内容")
def several_documents(error: SourceError) -> Words:
    """一个文件只写一份方案；`---` 把文件分成了几份。

    坏例：
    ```yaml
    theme: 手拉手
    ---
    theme: 共成长
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """
    return (
        "从这里起是另一份内容（“---”把文件分成了几份）",
        "一个文件只写一份，另一份存成单独的文件；多写的“---”删掉",
    )


@file_rule("GJ008", "empty", "文件是空的")
def empty_file(error: SourceError) -> Words:
    """文件里没有内容，或者只有注释。

    坏例：
    ```yaml 整个文件
    # 只有注释
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """
    if meant := error.details.get("meant"):
        return "文件里没有内容", f"第一行写 gongjian: {meant}"
    return "文件里没有内容", "第一行写 gongjian: plan/v1，再写方案；可以从 plans/ 里复制一份来改"


_UNSUPPORTED = {
    "tag": ("不支持 YAML 标签 {text}", "删掉以 ! 开头的标签；如果是文字，" + YAML_QUOTING),
    "merge": ("不支持合并键 <<", "把要合并的内容直接写出来"),
    "complex-key": ("键只能是一个词，不能是列表或映射", "把键改成一个词；如果是文字，" + YAML_QUOTING),
    "recursive-alias": ("引用绕成了圈：内容里引用了它自己", "把内容直接写出来"),
    "alias-bomb": ("引用（*）层层展开，内容太多", "把内容直接写出来"),
}


@file_rule("GJ009", "unsupported", "用了不支持的 YAML 写法")
def unsupported_yaml(error: SourceError) -> Words:
    """方案文件只用键、列表和文字；标签、合并键等写法别人看不懂，也容易出错。

    坏例：
    ```yaml
    theme: !slogan 手拉手，共成长
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """
    message, hint = _UNSUPPORTED[str(error.details["what"])]
    text = str(error.details.get("text", ""))
    return message.format(text=text if len(text) <= _LONG_TAG else f"{text[:_LONG_TAG]}…"), hint


_LONG_TAG = 60


@file_rule("GJ010", "too-big", "文件太大或套得太深")
def too_big(error: SourceError) -> Words:
    """再大的方案也不过几百 KB、套十来层；超出很多的多半不是方案。

    坏例：
    ```yaml 整个文件
    - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - 深
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """  # noqa: E501
    if "depth" in error.details:
        return f"这里套得太深，超过 {error.details['depth']} 层", "检查括号是否配对、缩进是否层层加深"
    size, limit = _number(error.details.get("size")), _number(error.details["limit"])
    told = f"文件有 {size / 2**20:.1f} MB，超过" if size else "内容超过"
    return f"{told} {limit // 2**20} MB", "方案里只写文字，照片等佐证材料另存"


@file_rule("GJ011", "not-gongjian", "不是 gongjian 的文件")
def not_gongjian(error: SourceError) -> Words:
    """每个文件的第一行说明它是什么，如 `gongjian: plan/v1`。

    坏例：
    ```yaml 整个文件
    gonjian: plan/v1
    title: 实施方案
    ```
    好例：
    ```yaml
    gongjian: plan/v1
    ```
    """
    given: Any = error.details.get("given")
    kinds = "、".join(KINDS)
    if meant := error.details.get("meant"):
        return "gongjian.yaml 是方案仓库的设置，第一行没有写明", f"第一行写 gongjian: {meant}"
    if given:
        return f"这一版不认识“{given}”，认识的有：{kinds}", did_you_mean(given, KINDS, "方案文件写 plan/v1")
    keys = error.details.get("keys") or ()
    if isinstance(keys, tuple) and "gongjian" in keys:
        return "“gongjian:”后面没有写是哪一种文件", f"写其中一种：{kinds}"
    found = f"；现在的键有 {listed(keys, 5)}" if isinstance(keys, tuple) and keys else ""
    return f"文件没有说明自己是什么{found}", "第一行写 gongjian: plan/v1"


_RESAVE = "在 Excel 或 WPS 里打开，另存为 .xlsx"
_SPREADSHEET = {
    "not-xlsx": ("不是 Excel 表格（.xlsx）", _RESAVE),
    "old": ("这是旧的表格格式", _RESAVE),
    "encrypted": ("表格设了打开密码", "去掉密码，再试"),
    "damaged": ("表格坏了，读不出来", _RESAVE),
    "bomb": ("表格解开以后太大，或者里面有不该有的东西，不像名册", "新建一个表格，把内容复制过去"),
    "rows": ("表格的行数超过 {limit}", "名册里只留学校和教师"),
    "library": ("读 Excel 表格要另外装一个库", '运行 pip install "gongjian[xlsx]"；或者另存为 CSV'),
}


@file_rule("GJ012", "spreadsheet", "表格读不了")
def unreadable_spreadsheet(error: SourceError) -> Words:
    """学校名册可以是 Excel 表格（.xlsx）或 CSV；旧的 .xls、加了密码的、损坏的读不了。

    坏例：
    ```csv 名册.xlsx
    校名,所在地
    甲小学,城区
    乙小学,乡村
    ```
    好例：
    ```csv 名册.csv
    校名,所在地
    甲小学,城区
    乙小学,乡村
    ```
    """
    message, hint = _SPREADSHEET[str(error.details["what"])]
    return message.format(limit=error.details.get("limit", "")), hint


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
