"""docs/notebook.ipynb runs from top to bottom and finds in the examples what it promises."""

from __future__ import annotations

import importlib
import io
import json
import re
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

DOCS = Path(__file__).resolve().parents[1] / "docs"
WHO = "Lương Thế Hiển"
PICTURES = ["notebook-career.svg", "notebook-chain.svg", "notebook-network.svg"]

FOUND = """
import json, sys
print(json.dumps({
    "python": sys.executable,
    "career": career.to_dict("records"),
    "met": [[a, b, len(events)] for a, b, events in meetings.edges(data="events")],
    "names": called,
    "chain": chain.to_dict("records"),
    "left": Path(folder.name).exists(),
}, ensure_ascii=False))
"""


@pytest.fixture(scope="module")
def program() -> Iterator[Any]:
    """The module docs/executed.py, which is no part of the package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS))
        yield importlib.import_module("executed")


@pytest.fixture(scope="module")
def run(program: Any) -> Any:
    """The notebook after a run, with one more cell that tells what it found."""
    return program.executed(FOUND)


@pytest.fixture(scope="module")
def found(run: Any) -> Any:
    """What the run found."""
    return json.loads(run.cells[-1]["outputs"][0]["text"])


def texts(svg: str) -> set[str]:
    """The words of a picture, without the spaces in which lines are broken."""
    return {"".join("".join(text.itertext()).split()) for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")}


def test_the_committed_notebook_has_no_outputs() -> None:
    text = (DOCS / "notebook.ipynb").read_text(encoding="utf-8")
    notebook = json.loads(text)
    assert text == json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "as notebooks are written, Vietnamese as it is"
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [(cell["outputs"], cell["execution_count"]) for cell in code] == [([], None)] * len(code)
    assert notebook["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }


def test_it_runs_in_this_python_without_a_warning(run: Any, found: Any) -> None:
    assert found["python"] == sys.executable
    assert [output for cell in run.cells for output in cell.get("outputs", ()) if output.get("name") == "stderr"] == []
    assert not found["left"], "the temporary base is gone"


def test_links_lead_somewhere() -> None:
    text = (DOCS / "notebook.ipynb").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)\)", text)
    assert links and [link for link in links if not (DOCS / link).exists()] == []


def test_the_career_has_the_posts_with_their_days(found: Any) -> None:
    told = {(row["post"], row["day"], row["status"], row["stated start"]) for row in found["career"]}
    head, deputy = "Trưởng Ban Tuyên giáo Tỉnh ủy Hòa Bình", "Phó Trưởng Ban Tuyên giáo Tỉnh ủy Hòa Bình"
    assert told >= {
        (deputy, "2021-05-21", "current", ""),
        (deputy, "2023-06-14", "outgoing", ""),
        ("Phó Bí thư Huyện ủy Thanh Lâm", "2023-06-14", "former", ""),
        (head, "2023-06-14", "incoming", "2023-06-15"),
        (head, "2024-12-31", "current", ""),
        ("Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy Hòa Bình", "2025-02-10", "incoming", ""),
        ("Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy Hòa Bình", "2025-07-03", "former", ""),
        ("Phó Trưởng ban Thường trực Ban Tuyên giáo và Dân vận Tỉnh ủy Phú Thọ", "2025-08-15", "current", ""),
    }
    assert {row["stated start"] or row["stated end"] for row in found["career"]} == {"", "2023-06-15"}, "no day is made up"
    assert all(row["person"].startswith(WHO) and row["words"] and row["article"] for row in found["career"])


def test_the_network_has_those_who_met(found: Any, run: Any, program: Any) -> None:
    met = {frozenset(re.sub(r" \(\d\)$", "", name) for name in pair): events for *pair, events in sorted(found["met"], key=lambda row: row[2])}
    assert met[frozenset({WHO, "Khuất Duy Thuận"})] == 3
    assert met[frozenset({"Hoàng Thị Ngân Giang", "Tạ Đình Khuê"})] == 2
    assert met[frozenset({"Chu Bích Lam", "Đàm Trọng Kiên"})] == 1
    persons = {name for *pair, _ in found["met"] for name in pair}
    assert len(set(found["names"].values())) == len(found["names"]), "each person has a name of its own"
    assert persons <= set(found["names"].values())
    assert not any(name.startswith("Vũ Đăng Lực") for name in persons), "who is only talked about has met nobody"
    words = program.outputs(run, "network-evidence")[0]["data"]["text/plain"]
    assert "chủ trì hội nghị" in words


def test_the_chain_leads_from_the_commune_to_the_centre(found: Any, run: Any, program: Any) -> None:
    steps = [(step["paper"], step["carriesOut"]) for step in found["chain"]]
    programme = "Chương trình hành động số 05-CTr/TU"
    assert steps == [("Kế hoạch số 02-KH/ĐU", programme), (programme, "Nghị quyết số 57-NQ/TW")]
    article = (DOCS.parent / "examples" / "2025-08-15-dai-hoi-dang-bo-xa-van-linh.txt").read_text(encoding="utf-8")
    lines = program.outputs(run, "chain-table")[0]["text"]
    for step in found["chain"]:
        assert step["words"] in article and f"“{step['words']}”" in lines and step["day"] == "2025-08-15"


def test_three_pictures_show_something(run: Any, program: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))  # matplotlib makes a folder of settings where it is imported
    image: Any = pytest.importorskip("matplotlib.image")
    drawn = dict(program.pictures(run))
    assert list(drawn) == ["career-picture", "network-picture", "chain-picture"]
    for data in drawn.values():
        pixels = image.imread(io.BytesIO(b64decode(data["image/png"])))[:, :, :3]
        assert min(pixels.shape[:2]) > 250
        ink = (pixels.min(axis=2) < 0.8).mean()
        assert 0.005 < ink < 0.5, "neither empty nor a block"


def test_the_pictures_name_what_they_show(run: Any, found: Any, program: Any) -> None:
    drawn = {name: texts(svg) for name, svg in program.drawn(run).items()}
    career, network, chain = drawn["notebook-career.svg"], drawn["notebook-network.svg"], drawn["notebook-chain.svg"]
    assert {"TrưởngBanTuyêngiáoTỉnhủyHòaBình", "from2023-06-15", "daystatedinthearticle"} <= career
    assert {"".join(name.split()) for *pair, _ in found["met"] for name in pair} <= network
    assert {"Kếhoạchsố02-KH/ĐU", "Nghịquyếtsố57-NQ/TW", "BộChínhtrị"} <= chain


@pytest.mark.parametrize("picture", PICTURES)
def test_committed_pictures_say_what_the_notebook_draws(run: Any, program: Any, picture: str) -> None:
    """Words only: coordinates may differ in their last digits from one processor to another."""
    drawn = program.drawn(run)
    assert sorted(drawn) == PICTURES
    assert texts((DOCS / picture).read_text(encoding="utf-8")) == texts(drawn[picture]), "run make docs"


def test_it_leaves_nothing_behind(run: Any) -> None:
    assert run.cells
    assert {path.name for path in DOCS.glob("notebook*")} == {"notebook.ipynb", "notebook.md", *PICTURES}
