"""What can go wrong between a template and a printed document."""


class DocumentError(Exception):
    """A document cannot be built. ``message`` and ``hint`` are Chinese, for the reader of the terminal."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}（{self.hint}）" if self.hint else self.message


class MarkdownError(DocumentError):
    """Official Markdown that cannot be read; ``line`` counts from 1."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.line = line

    def __str__(self) -> str:
        return f"第{self.line}行：{super().__str__()}"


class TemplateError(DocumentError):
    """A template that cannot be filled in; ``line`` is the template's own line, None when it has none."""

    def __init__(self, template: str, line: int | None, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.template = template
        self.line = line

    def __str__(self) -> str:
        place = self.template if self.line is None else f"{self.template} 第{self.line}行"
        return f"{place}：{super().__str__()}"


class MissingExtraError(DocumentError):
    """What is asked for needs a library that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what}，还没有安装", f'先运行：pip install "gongjian[{extra}]"')
