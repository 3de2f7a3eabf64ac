"""An HTML page as a standard parser reads it."""

from xml.etree import ElementTree

from html5lib import HTMLParser

BREAK = "\n"


class Page:
    """The tree of a page, and the text in it as a reader sees it."""

    def __init__(self, content: bytes) -> None:
        self.source = content.decode()
        parser = HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(content)
        self.errors = {code for _, code, _ in parser.errors} - {"invalid-codepoint"}

    def all(self, tag: str, name: str = "") -> list[ElementTree.Element]:
        """All elements of a tag, and of a class if one is asked for."""
        return [
            element for element in self.root.iter(tag) if not name or name in element.get("class", "").split()
        ]

    def texts(self, tag: str, name: str = "") -> list[str]:
        """What these elements say."""
        return [text_of(element) for element in self.all(tag, name)]

    def outline(self) -> list[tuple[str, str, str | None]]:
        """Every heading: its tag, its words and its id."""
        tags = ("h1", "h2", "h3", "h4", "h5", "h6")
        return [(each.tag, text_of(each), each.get("id")) for each in self.root.iter() if each.tag in tags]

    def properties(self) -> dict[str, str]:
        """The named metadata."""
        metas = self.root.iter("meta")
        return {meta.attrib["name"]: meta.attrib["content"] for meta in metas if "name" in meta.attrib}


def text_of(element: ElementTree.Element) -> str:
    """The words of an element, its line breaks as newlines."""
    inner = "".join(text_of(child) + (child.tail or "") for child in element)
    return BREAK if element.tag == "br" else (element.text or "") + inner
