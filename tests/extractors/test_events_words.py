"""The word lists of events: in order, without doubles, of things the rules know; numbers in three forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from vankien.extractors.grammar.events.find import TAILS
from vankien.extractors.grammar.events.ordinals import number, roman, to_roman
from vankien.extractors.grammar.events.words import find_heads, heads, held_verbs
from vankien.extractors.grammar.lexicon import rows
from vankien.ontology import terms

FILES = (
    "event_days.tsv", "event_heads.tsv", "event_openers.tsv", "event_pairs.tsv", "event_purposes.tsv", "event_stops.tsv",
    "event_verbs.tsv",
)  # fmt: skip
KEYS = {"event_openers.tsv": 3, "event_pairs.tsv": 2}


def lines(root: Path, file: str) -> list[str]:
    text = (root / "extractors" / "gazetteer" / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")][1:]


@pytest.mark.parametrize("file", FILES)
def test_lists_are_sorted_without_doubles_and_sourced(root: Path, file: str) -> None:
    kept = lines(root, file)
    assert kept == sorted(kept)
    keys = [tuple(line.split("\t")[: KEYS.get(file, 1)]) for line in kept]
    assert len(set(keys)) == len(keys)
    assert all(line.split("\t")[-1].strip() for line in kept), "every row says its source or reason"


def test_heads_have_a_grammar_a_kind_and_a_class() -> None:
    assert {h.tail for h in heads()} == set(TAILS)
    for head in heads():
        assert head.kind in terms.EVENT_KINDS, head
        assert "Event" in (head.cls, *terms.ancestors(head.cls)), head
        assert head.words == head.words.lower(), head


def test_verbs_of_what_is_held_have_a_kind_and_a_class() -> None:
    for verb, (cls, kind) in held_verbs().items():
        assert kind in terms.EVENT_KINDS and "Event" in terms.ancestors(cls), verb


def test_purposes_lead_to_known_relations() -> None:
    assert {r["relation"] for r in rows("event_purposes.tsv")} <= set(terms.IMPLEMENTS_TYPES)


def test_heads_are_whole_syllables_and_the_longest() -> None:
    text = "xa lễ hội hoa, lễ trao tặng, họ đại hộiđồng"
    assert [text[a:b] for _, a, b in find_heads(text)] == ["lễ hội", "lễ trao tặng"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("XIV", 14),
        ("lần thứ XIII", 13),
        ("lần 14", 14),
        ("thứ 8", 8),
        ("lần thứ nhất", 1),
        ("thứ tư", 4),
        ("lần thứ mười", 10),
        ("thứ mười lăm", 15),
        ("lần thứ hai mươi mốt", 21),
        ("thứ hai mươi", 20),
        ("IIX", None),
    ],
)
def test_numbers_in_three_writings(text: str, value: int | None) -> None:
    assert number(text) == value


def test_roman_numerals_there_and_back() -> None:
    assert [n for n in range(1, 90) if roman(to_roman(n)) != n] == []
