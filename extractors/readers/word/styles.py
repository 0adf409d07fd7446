"""What styles give to a paragraph: its font, its list, whether it is a title, and whether a table has lines.

A style inherits from the one it is based on.
"""

from __future__ import annotations

from typing import Any

from vankien.extractors.readers.word.markup import child, children, value

_TITLES = {"title", "heading 1"}
_DEEPEST = 20  # styles on styles; more goes round


class Styles:
    """The styles of a document, from its styles element."""

    def __init__(self, root: Any) -> None:
        self._styles = {value(node, None, "styleId"): node for node in children(root, "style")}
        self._default = {
            value(node, None, "type"): id for id, node in self._styles.items() if value(node, None, "default") in ("1", "true")
        }
        self._font = font_of(child(root, "docDefaults", "rPrDefault", "rPr"))

    def lists(self) -> dict[str, str]:
        """Style id -> list id of the styles that name a list."""
        found = {id: value(child(node, "pPr", "numPr", "numId")) for id, node in self._styles.items()}
        return {id: list for id, list in found.items() if list}

    def font(self, *ids: str) -> str:
        """The font that the first of these styles names which names one, else the document's."""
        for id in (*ids, self._default.get("paragraph", "")):
            for style in self._line(id):
                if font := font_of(child(style, "rPr")):
                    return font
        return self._font

    def list_of(self, properties: Any) -> tuple[str, int]:
        """List id and level of a paragraph by its own properties or its style's; an empty id: no list."""
        styles = self._line(value(child(properties, "pStyle"), self._default.get("paragraph", "")))
        places = [child(node, "numPr") for node in (properties, *(child(style, "pPr") for style in styles)) if node is not None]
        ids = [given for place in places if (given := value(child(place, "numId")))]
        levels = [given for place in places if (given := value(child(place, "ilvl")))]
        if not ids or ids[0] == "0":
            return "", 0
        return ids[0], int(levels[0]) if levels and levels[0].isdecimal() and len(levels[0]) == 1 else 0

    def is_title(self, id: str) -> bool:
        """Whether a paragraph style is the title's or that of a first heading."""
        return any(value(child(style, "name")).lower() in _TITLES for style in self._line(id))

    def table_borders(self, id: str) -> list[Any]:
        """The border settings of a table style, its own first."""
        found = (child(style, "tblPr", "tblBorders") for style in self._line(id))
        return [borders for borders in found if borders is not None]

    def _line(self, id: str) -> list[Any]:
        """A style and those it is based on."""
        found: list[Any] = []
        while id in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[id])
            id = value(child(found[-1], "basedOn"))
        return found


def font_of(properties: Any) -> str:
    """The font that run properties name, empty if none."""
    fonts = child(properties, "rFonts")
    return value(fonts, value(fonts, None, "hAnsi"), "ascii")
