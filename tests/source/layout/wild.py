"""YAML as wild as people write it: every layout, comments anywhere, anchors, quotes, block texts."""

from random import Random

from gongjian.model.keys import models, names_of
from gongjian.model.plan import Plan

_WORDS = (
    "方案", "教师 交流", "a", "12", "no", "2022-09-01", "≥2次/学期", "a#b", "c:d", "x, y", "[", "- z", "# q", "", "~",
    "'", '"', "  s ", "{指标}",
)  # fmt: skip
_KEYS = sorted({key for model in models(Plan) for key in names_of(model)})
_ODD = ("不认识", "x y", "12", "a#b")


class Writer:
    """One file, by chance; `comments` are all that it holds."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.comments: list[str] = []
        self.anchors: list[str] = []
        self.lines: list[str] = []

    def text(self) -> str:
        if self.odds(0.1):
            self.lines.append("---" + self.beside())
        self.above(0)
        self.mapping(0, 0, first="gongjian: plan/v1" + self.beside())
        self.above(self.chance.choice((0, 2, 4)))
        if self.odds(0.05):
            self.lines.append("...")
        return "\n".join(self.lines) + ("" if self.odds(0.1) else "\n")

    def odds(self, chance: float) -> bool:
        return self.chance.random() < chance

    def comment(self) -> str:
        begin = self.chance.choice(("#", "# ", "#  ", "# - ", "# gongjian: ignore[GJ233] "))
        text = f"{begin}注{len(self.comments)}{self.chance.choice(('', ' a: b', ' - x', ' # y'))}"
        self.comments.append(text)
        return text

    def beside(self) -> str:
        return self.chance.choice((" ", "   ", "\t")) + self.comment() if self.odds(0.12) else ""

    def goes_on(self) -> None:
        """Write more of the comment behind the last line, below it."""
        before = self.lines[-1].split("\n")[-1]
        while " #" in before and self.odds(0.3):
            column = before.index(" #") + 1
            wide = column + sum(character > "\u2e80" for character in before[:column])
            self.lines.append(" " * self.chance.choice((column, wide)) + self.comment())

    def above(self, column: int) -> None:
        while self.odds(0.15):
            blank = self.odds(0.5)
            column = max(0, column + self.chance.choice((0, 0, 0, 2, -2)))
            self.lines.append(" " * self.chance.randrange(3) if blank else " " * column + self.comment())

    def mapping(self, column: int, depth: int, first: str = "") -> None:
        """Write the lines of a block mapping."""
        keys = self.chance.sample(_KEYS, self.chance.randint(1, 4))
        if self.odds(0.15):
            keys.append(self.chance.choice(_ODD))
        for number, key in enumerate(keys):
            if number:
                self.above(column)
            if first and number == 0:
                self.lines.append(first)
                continue
            self.entry(column, depth, self.head(column, key))
            self.goes_on()

    def head(self, column: int, key: str) -> str:
        """Write a key and what parts it from its value."""
        margin = " " * column
        if self.odds(0.04):
            return f"{margin}? {self.key(key)}{self.beside()}\n{margin}:"
        return margin + self.key(key) + ":" + self.chance.choice(("", "", "", "\t", "   "))

    def key(self, key: str) -> str:
        return self.chance.choice((key, key, key, f'"{key}"', f"'{key}'"))

    def sequence(self, column: int, depth: int) -> None:
        for number in range(self.chance.randint(1, 3)):
            if number:
                self.above(column)
            head = " " * column + "-"
            if depth < 5 and self.odds(0.5):
                self.compact(column, depth, head)
            else:
                self.entry(column, depth, head)

    def compact(self, column: int, depth: int, head: str) -> None:
        """Write a mapping or a list that begins on the line of its dash."""
        gap = self.chance.choice((1, 1, 3))
        start = len(self.lines)
        inner = column + 1 + gap
        (self.mapping if self.odds(0.8) else self.sequence)(inner, depth + 1)
        self.lines[start] = head + " " * gap + self.lines[start].lstrip(" ")

    def entry(self, column: int, depth: int, head: str) -> None:
        kind = self.chance.random()
        if depth < 5 and kind < 0.25:
            step = self.chance.choice((1, 2, 2, 4))
            self.lines.append(head + self.anchor() + self.beside())
            self.above(column + step)
            self.mapping(column + step, depth + 1)
        elif depth < 5 and kind < 0.45:
            dash = head.strip() == "-"
            step = self.chance.choice((2, 2, 4) if dash else (0, 2, 2, 4))
            self.lines.append(head + self.anchor() + self.beside())
            self.above(column + step)
            self.sequence(column + step, depth + 1)
        elif kind < 0.6:
            self.lines.append(
                head + self.anchor() + self.chance.choice((" ", "  ")) + self.flow(column, 0) + self.beside()
            )
        elif kind < 0.7:
            self.block_text(column, head)
        elif kind < 0.78 and self.anchors:
            self.lines.append(f"{head} *{self.chance.choice(self.anchors)}{self.beside()}")
        else:
            if self.odds(0.1):
                self.lines.append(head + self.beside())
                self.above(column + 2)
                head = " " * (column + 2)
            self.lines.append(head + self.anchor() + " " + self.scalar(column) + self.beside())

    def anchor(self) -> str:
        if not self.odds(0.08):
            return ""
        self.anchors.append(f"k{len(self.anchors)}")
        return f" &{self.anchors[-1]}"

    def scalar(self, column: int) -> str:
        """Write a text, quoted where it must be and sometimes where not; maybe over several lines."""
        words = self.chance.choice(_WORDS)
        kind = self.chance.random()
        if kind < 0.2:
            return "'" + self.broken(words.replace("'", "''"), column) + "'"
        if kind < 0.4:
            return '"' + self.broken(words.replace("\\", "\\\\").replace('"', '\\"'), column) + '"'
        plain = words.strip()
        if not plain or plain[0] in "[{-#'\"~" or ": " in plain or " #" in plain:
            plain = "词"
        return self.broken(plain, column)

    def broken(self, words: str, column: int) -> str:
        if not self.odds(0.2):
            return words
        blank = "\n" * self.chance.choice((1, 1, 1, 2))
        return f"{words}{self.chance.choice(('', '  '))}{blank}{' ' * (column + self.chance.choice((1, 2, 5)))}续行"

    def block_text(self, column: int, head: str) -> None:
        chomp = self.chance.choice(("", "-", "+"))
        given = self.chance.choice((0, 0, 1, 2, 3))
        indent = column + (given or self.chance.choice((1, 2, 4)))
        self.lines.append(
            f"{head}{self.anchor()} {self.chance.choice('|>')}{given or ''}{chomp}{self.beside()}"
        )
        for number in range(self.chance.randint(1, 4)):
            deeper = self.chance.choice((0, 0, 2)) if number or given else 0
            self.lines.append(
                " " * (indent + deeper) + self.chance.choice(("正文 # 不是注释", "- x", "a: b", "末尾 "))
            )
            if self.odds(0.2):
                self.lines.append(self.chance.choice(("", " " * indent, " " * (indent + 2))))
        while self.odds(0.2):
            self.lines.append("")

    def flow(self, column: int, depth: int) -> str:
        mapping = self.odds(0.5)
        items = [self.item(column, depth, mapping) for _ in range(self.chance.choice((0, 1, 2, 3, 8)))]
        if mapping:
            keys = self.chance.sample(_KEYS, len(items))
            items = [
                f"{key}:{self.chance.choice((' ', '  '))}{item}"
                for key, item in zip(keys, items, strict=True)
            ]
            if items and self.odds(0.1):
                items[-1] = self.chance.choice(("空", "空: ", '"空":1'))
        elif self.odds(0.1):
            items.append("对: 子")
        opening, closing = "{}" if mapping else "[]"
        text = opening + self.gap(column)
        for number, item in enumerate(items):
            last = number == len(items) - 1
            text += item + self.gap(column) + ("" if last and self.odds(0.9) else ",") + self.gap(column)
        return text + closing

    def gap(self, column: int) -> str:
        """Write the space between brackets and items: maybe a line break, maybe a comment."""
        if self.odds(0.85):
            return self.chance.choice(("", "", " "))
        comment = f" {self.comment()}" if self.odds(0.3) else ""
        return f"{comment}\n" + " " * (column + self.chance.choice((1, 2, 6)))

    def item(self, column: int, depth: int, mapping: bool) -> str:
        if depth < 3 and self.odds(0.2):
            return self.flow(column, depth + 1)
        words = self.chance.choice(
            ("甲", "乙校", "12", "'引 号'", '"a, b"', "2022-09", "很长很长很长很长很长的一段话")
        )
        return self.anchor().lstrip() + " " + words if self.odds(0.05) else words
