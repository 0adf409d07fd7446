"""One event in many articles: what makes it one, what keeps two apart, and no trace of the way there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import QuerySolutions

from vankien.graph import KnowledgeBase
from vankien.graph.identity import occasions
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, Extraction, Span, Statement

Dump = Callable[[KnowledgeBase], bytes]

BODY, OTHER = iri.body("Tỉnh ủy Phú Thọ"), iri.body("Tỉnh ủy Lào Cai")
CHAIR, GUEST = "Nguyễn Văn An", "Lê Thị Bình"
DAY = "2024-03-12"


def tell(id: str, *events: dict[str, Any]) -> Extraction:
    """An article of its own about events: ``label, kind, date, status, years, by`` (organisers), ``people`` (name, role), ``of`` (commemorated)."""
    key, text = iri.article_key(id), f"Bài {id}."
    entities: dict[str, Entity] = {}
    statements = []
    for given in events:
        event = iri.event(given.get("kind", "conference"), given["label"], key)
        wanted = {name: given[name] for name in ("date", "status", "years") if name in given}
        attributes = {"kind": "conference", "status": "held", "date": DAY} | wanted | {"kind": given.get("kind", "conference")}
        cls = "Anniversary" if given.get("kind") == "anniversary" else "Visit" if given.get("kind") == "visit" else "Conference"
        entities[event] = Entity(event, "Event", cls, given["label"], {k: v for k, v in attributes.items() if v is not None})
        said: list[tuple[str, str, dict[str, str]]] = [("organisedBy", body, {}) for body in given.get("by", ())]
        for name, role in given.get("people", ()):
            person = iri.person(name, key)
            entities[person] = Entity(person, "Person", "Person", name, {})
            said.append(("participant", person, {"role": role}))
        if "of" in given:
            said.append(("commemorates", given["of"], {}))
        for body in (*given.get("by", ()), *([given["of"]] if "of" in given else [])):
            entities[body] = Entity(body, "Body", "PartyCommittee", body.rpartition("/")[2], {})
        statements += [Statement(event, p, o, Span(0, len(text)), "test", "stated", a) for p, o, a in said]
    return Extraction(Article(id, text, "", "2024-03-13"), (), tuple(entities.values()), tuple(statements))


def events(kb: KnowledgeBase) -> list[int]:
    """How many articles name each event, the most first."""
    rows = kb.query("SELECT ?e (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?e a vk:Event ; vk:kind ?kind } } GROUP BY ?e")
    assert isinstance(rows, QuerySolutions)
    return sorted((int(row["n"].value) for row in rows), reverse=True)


ONE = {"label": "Hội nghị quán triệt Nghị quyết số 18", "by": [BODY], "people": [(CHAIR, "chair")]}
PAIR = {"people": [(CHAIR, "speaker"), (GUEST, "attendee")]}
SAME = [
    pytest.param(
        {"label": "Hội nghị tổng kết 10 năm thực hiện Chỉ thị 40-CT/TW", "by": [BODY]}, {"label": "Hội nghị tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW", "by": [BODY]},
        id="a filler in the name",
    ),
    pytest.param(
        {"label": "Hội nghị trực tuyến tổng kết 10 năm thực hiện Chỉ thị 40", "by": [BODY]}, {"label": "Hội nghị tổng kết 10 năm thực hiện Chỉ thị số 40", "by": [BODY]},
        id="organiser and all that is particular in the name",
    ),
    pytest.param(ONE, ONE | {"label": "Hội nghị quán triệt Nghị quyết 18 của Trung ương"}, id="organiser and chair"),
    pytest.param(
        {"label": "Hội nghị cán bộ toàn tỉnh", "people": [(CHAIR, "speaker"), (GUEST, "attendee")]},
        {"label": "Hội nghị cán bộ toàn tỉnh Phú Thọ", "people": [(GUEST, "attendee"), (CHAIR, "attendee")]},
        id="two persons",
    ),
    pytest.param(
        {"label": "Hội nghị bàn về nông thôn mới 2024", "people": [(GUEST, "attendee")]}, {"label": "Hội nghị bàn về Nông thôn mới 2024", "people": [(GUEST, "speaker")]},
        id="a telling name and one participant",
    ),
    pytest.param(
        {"label": "Kỷ niệm 75 năm thành lập Tỉnh ủy", "kind": "anniversary", "years": 75, "of": BODY, "date": None},
        {"label": "75 năm ngày thành lập (1949)", "kind": "anniversary", "years": 75, "of": BODY, "status": "planned"},
        id="an anniversary",
    ),
]  # fmt: skip
TWO = [
    pytest.param(
        {"label": "Lễ trao Huy hiệu Đảng đợt 3/2", "by": [BODY]}, {"label": "Lễ trao Huy hiệu Đảng đợt 3/2 ở Mai Châu", "by": [BODY]},
        id="an organiser of several",
    ),
    pytest.param(ONE, ONE | {"date": "2024-03-13"}, id="another day"),
    pytest.param(ONE, ONE | {"date": "2024-03"}, id="a day that is not full"),
    pytest.param(ONE, ONE | {"status": "planned"}, id="planned is not held"),
    pytest.param(ONE, ONE | {"label": "Hội nghị quán triệt Nghị quyết số 35"}, id="another number in the name"),
    pytest.param(ONE, ONE | {"label": "Hội nghị cán bộ", "by": [OTHER]}, id="the chair alone"),
    pytest.param(ONE, ONE | {"label": "Tọa đàm về Nghị quyết số 18"}, id="a name that begins otherwise"),
    pytest.param(ONE, ONE | {"kind": "meeting"}, id="another kind"),
    pytest.param({"label": "Hội nghị bàn về Nông thôn mới 2024"}, {"label": "Hội nghị bàn về Nông thôn mới 2024"}, id="a telling name alone"),
    pytest.param(
        {"label": "Hội nghị bàn về Nông thôn mới 2024", "by": [BODY]} | PAIR, {"label": "Hội nghị bàn về Nông thôn mới 2024", "by": [OTHER]} | PAIR, id="two organisers"
    ),
    pytest.param({"label": "Hội nghị tổng kết"}, {"label": "Hội nghị tổng kết"}, id="a name that any may have"),
    pytest.param({"label": "Buổi lễ"} | PAIR, {"label": "Buổi lễ"} | PAIR, id="two persons at what any may be"),
    pytest.param({"label": "Lễ khởi công cầu Đại Ngãi"} | PAIR, {"label": "Lễ khởi công nhà máy Nghi Sơn"} | PAIR, id="two works"),
    pytest.param(
        {"label": "Buổi làm việc với Tỉnh ủy Nghệ An"} | PAIR, {"label": "Buổi làm việc với Tỉnh ủy Hà Tĩnh"} | PAIR, id="two places"
    ),
    pytest.param(
        {"label": "Hội nghị tổng kết công tác thuế"} | PAIR, {"label": "Hội nghị triển khai công tác hải quan"} | PAIR, id="two tasks"
    ),
    pytest.param(
        {"label": "Hội nghị quán triệt Nghị quyết khóa XIII"} | PAIR, {"label": "Hội nghị quán triệt Nghị quyết khóa XIV"} | PAIR, id="two terms"
    ),
    pytest.param({"label": "Phiên họp lần thứ nhất"} | PAIR, {"label": "Phiên họp lần thứ hai"} | PAIR, id="two sessions"),
    pytest.param(
        {"label": "Chuyến thăm chính thức nước Việt Nam", "kind": "visit"}, {"label": "Chuyến thăm chính thức nước Việt Nam", "kind": "visit"},
        id="visits of two guests",
    ),
    pytest.param(
        {"label": "Lễ kỷ niệm 75 năm thành lập", "kind": "anniversary", "years": 75, "of": BODY, "date": "2024-03-01"},
        {"label": "Lễ kỷ niệm 75 năm", "kind": "anniversary", "years": 75, "of": BODY, "date": "2024-03-02"},
        id="ceremonies for one anniversary",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_event(kb: KnowledgeBase, one: dict[str, Any], other: dict[str, Any]) -> None:
    kb.update([tell("a", one), tell("b", other)])
    assert events(kb) == [2]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_events(kb: KnowledgeBase, one: dict[str, Any], other: dict[str, Any]) -> None:
    kb.update([tell("a", one), tell("b", other)])
    assert events(kb) == [1, 1]


def test_an_articles_own_events_are_never_one(kb: KnowledgeBase) -> None:
    """Also not by way of a third article that each of them shares a sign with."""
    morning = ONE | {"label": "Hội nghị quán triệt Nghị quyết số 18 đợt một"}
    afternoon = ONE | {"label": "Hội nghị quán triệt Nghị quyết số 18 đợt hai"}
    kb.update([tell("a", morning, afternoon), tell("b", ONE)])
    assert events(kb) == [2, 1]


def test_six_papers_and_the_order_they_come_in(tmp_path: Path, nquads: Dump) -> None:
    papers = [tell(f"p{n}", ONE, {"label": f"Hội nghị riêng {n}"}) for n in range(6)]
    dumps = set()
    for number, order in enumerate(permutations(papers)):
        if number % 150 == 0:
            kb = KnowledgeBase(tmp_path / str(number))
            for paper in order:
                kb.update([paper])
            assert events(kb) == [6] + [1] * 6
            dumps.add(nquads(kb))
    assert len(dumps) == 1


def test_withdrawn_and_changed_articles_leave_no_trace(tmp_path: Path, kb: KnowledgeBase, nquads: Dump) -> None:
    kb.update([tell(f"p{n}", ONE) for n in range(4)])
    kb.withdraw(["p0"])
    kb.update([tell("p1", {"label": "Hội nghị khác hẳn"})])
    fresh = KnowledgeBase(tmp_path / "fresh")
    fresh.update([tell("p1", {"label": "Hội nghị khác hẳn"}), tell("p2", ONE), tell("p3", ONE)])
    assert nquads(kb) == nquads(fresh) and events(kb) == [2, 1]
    kb.withdraw(["p2"])
    assert events(kb) == [1, 1]


def test_the_fullest_name_is_the_events(kb: KnowledgeBase) -> None:
    kb.update([tell("a", ONE), tell("b", ONE | {"label": "Hội nghị quán triệt Nghị quyết số 18 của Trung ương"})])
    rows = kb.query("SELECT DISTINCT ?l { ?e a vk:Event ; vk:kind ?kind ; rdfs:label ?l }")
    assert isinstance(rows, QuerySolutions)
    assert [row["l"].value for row in rows] == ["Hội nghị quán triệt Nghị quyết số 18 của Trung ương"]


def test_events_known_everywhere_are_left_alone(tmp_path: Path, nquads: Dump) -> None:
    """A congress whose IRI ends as an article's id does: it is not that article's own."""
    congress = iri.event("congress", "Đảng bộ xã Tân Phú I", "long-an")
    said = Entity(congress, "Event", "Congress", "Đại hội Đảng bộ xã Tân Phú lần thứ I", {"kind": "congress", "status": "held", "date": DAY})
    articles = [Extraction(Article(id, f"Bài {id}."), (), (said,), ()) for id in ("long-an", "khac")]
    one, other = KnowledgeBase(tmp_path / "one"), KnowledgeBase(tmp_path / "other")
    one.update([*articles, tell("c", {"label": said.label})])
    for article in (tell("c", {"label": said.label}), *articles):
        other.update([article])
    assert nquads(one) == nquads(other) and events(one) == [2, 1]


def test_half_characters_in_names_are_no_stumbling_block(kb: KnowledgeBase) -> None:
    odd = ONE | {"label": "Hội nghị \ud800 quán triệt Nghị quyết 18", "date": DAY}
    report = kb.update([tell("a", odd), tell("b", ONE)])
    assert report.new == 2 and not report.failures


def test_the_table_of_event_words() -> None:
    lines = Path(occasions.__file__).with_name("event_words.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert header == ["word", "kind", "reason"] and rows == sorted(rows)
    assert all(len(row) == 3 and all(row) and row[1] in ("filler", "opens", "ordinal") for row in rows)
