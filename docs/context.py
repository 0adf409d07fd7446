"""Writes the JSON-LD context that exports carry to a file of its own, for those who publish or reuse it (make docs).

    python docs/context.py ontology/context.jsonld
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from vankien.graph.export.rdf.context import context


def text() -> str:
    """The context as a JSON-LD document, a term a line."""
    lines = (f"    {json.dumps(name)}: {json.dumps(term, ensure_ascii=False)}" for name, term in context().items())
    return '{\n  "@context": {\n' + ",\n".join(lines) + "\n  }\n}\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(text(), encoding="utf-8")
