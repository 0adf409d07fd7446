"""Executes docs/notebook.ipynb and writes its pictures beside it, for readers who only look.

    python docs/executed.py           write docs/notebook-*.svg (make docs)

The notebook is kept without outputs: a picture in it would be a block of letters that changes with every version of
matplotlib. The pictures are files of their own, with their words as text, so that a test can compare what they say.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

DOCS: Final = Path(__file__).resolve().parent
NOTEBOOK: Final = DOCS / "notebook.ipynb"

_DRAWING: Final = """
import matplotlib as mpl
%config InlineBackend.figure_formats = ["png", "svg"]
mpl.rcParams |= {"svg.hashsalt": "vankien", "svg.fonttype": "none"}
"""
_METADATA: Final = re.compile(r" <metadata>.*?</metadata>\n", re.DOTALL)  # the time of drawing


def executed(*more: str) -> Any:
    """The notebook with the outputs of a run from top to bottom and then of ``more`` cells; pictures as PNG and SVG.

    It runs in its own folder, in a kernel of this very Python that sees no settings of the user and leaves none. Raises nbclient's
    CellExecutionError for a cell that fails.
    """
    notebook: Any = nbformat.read(NOTEBOOK, as_version=4)
    cells = [nbformat.v4.new_code_cell(text) for text in (_DRAWING, *more)]
    notebook.cells = [cells[0], *notebook.cells, *cells[1:]]
    with TemporaryDirectory() as home:
        own = {name: home for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR")}
        manager = AsyncKernelManager(
            kernel_name="python3",
            transport="ipc",
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),  # only the one that ipykernel has for its own Python
            connection_file=str(Path(home) / "kernel.json"),
        )
        client = NotebookClient(notebook, km=manager, timeout=300, resources={"metadata": {"path": str(DOCS)}})
        client.execute(cleanup_kc=True, env={**os.environ, **own})
    return notebook


def outputs(notebook: Any, cell: str) -> list[Any]:
    """What the cell with this id has put out."""
    return next(each["outputs"] for each in notebook.cells if each["id"] == cell)


def pictures(notebook: Any) -> Iterator[tuple[str, Any]]:
    """The pictures of a run, each with its cell's id: their data by media type."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if "image/png" in output.get("data", ()):
                yield cell["id"], output["data"]


def drawn(notebook: Any) -> dict[str, str]:
    """Names and texts of the files that show the pictures of a run."""
    return {f"notebook-{cell.removesuffix('-picture')}.svg": _METADATA.sub("", data["image/svg+xml"]) for cell, data in pictures(notebook)}


def main(arguments: Sequence[str]) -> int | str:
    """Write the pictures; the exit code, or the message to exit with."""
    if arguments:
        return __doc__ or ""
    for name, text in drawn(executed()).items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
