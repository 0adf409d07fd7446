"""``vankien resolve``: what is in doubt, verdicts and the journal, and what is said to who uses it otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]

MEMBER = "Ủy viên Ban Chấp hành Trung ương Đảng"
ARTICLES = [
    ("son-la-1", "2024-03-12", f"Sáng 12/3, đồng chí Vũ Đình Lâm, {MEMBER}, Bí thư Tỉnh ủy Sơn La, dự lễ khởi công."),
    ("son-la-2", "2024-04-02", f"Đồng chí Vũ Đình Lâm, {MEMBER}, Chủ tịch UBND tỉnh Sơn La, phát biểu tại buổi gặp mặt."),
    ("lai-chau-1", "2024-04-05", f"Đồng chí Phan Thị Ngà, {MEMBER}, Phó Bí thư Tỉnh ủy Lai Châu, dự buổi gặp mặt."),
    ("lai-chau-2", "2024-04-06", f"Đồng chí Phan Thị Ngà, {MEMBER}, Chủ tịch HĐND tỉnh Lai Châu, dự buổi tổng kết."),
]


@pytest.fixture
def kb(run: Run, tmp_path: Path) -> Path:
    """A base in which two persons are in doubt."""
    return build(run, tmp_path, tmp_path / "kb")


def build(run: Run, folder: Path, kb: Path) -> Path:
    news = folder / "news.jsonl"
    news.write_text("".join(json.dumps({"id": id, "published": day, "title": "Tin", "text": text}) + "\n" for id, day, text in ARTICLES), encoding="utf-8")
    assert run("build", news, "--out", kb, "--processes", 1).exit_code == 0
    return kb


def listed(run: Run, kb: Path, *options: object) -> list[dict[str, Any]]:
    result = run("resolve", kb, "--json", *options)
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def pair(run: Run, kb: Path, name: str = "Lâm") -> dict[str, Any]:
    [doubt] = listed(run, kb, "--name", name)
    return doubt


def test_the_list(run: Run, kb: Path) -> None:
    shown = run("resolve", kb).stdout
    lam = pair(run, kb)
    assert f"{lam['id']}  Person: " in shown and "Vũ Đình Lâm" in shown and "Phan Thị Ngà" in shown
    assert "[1 article, 2024-03-12]" in shown and lam["one"]["iri"] in shown
    assert shown.endswith("--as same (or different, or unsure)\n")


@pytest.mark.parametrize(
    ("options", "number"),
    [((), 2), (("--kind", "Person"), 2), (("--kind", "event"), 0), (("--name", "ngà"), 1), (("--limit", 1), 1), (("--limit", 0), 2)],
    ids=str,
)  # fmt: skip
def test_filters(run: Run, kb: Path, options: tuple[object, ...], number: int) -> None:
    assert len(listed(run, kb, *options)) == number


def test_what_is_left_out_is_told(run: Run, kb: Path) -> None:
    assert "... and 1 more (--limit 0, --kind, --name)" in run("resolve", kb, "--limit", 1).stdout
    assert run("resolve", kb, "--name", "Nobody").stdout == "no doubtful pairs\n"


def test_a_verdict_by_number(run: Run, kb: Path) -> None:
    lam = pair(run, kb)
    result = run("resolve", kb, lam["id"], "--as", "same", "--because", "one biography", "--by", "Hoa")
    assert result.exit_code == 0 and result.stdout.startswith("same: Vũ Đình Lâm (")
    assert listed(run, kb, "--name", "Lâm") == []
    [judged] = listed(run, kb, "--judged")
    assert (judged["id"], judged["verdict"], judged["by"], judged["reason"]) == (lam["id"], "same", "Hoa", "one biography")
    assert lam["id"] in run("resolve", kb, lam["id"]).stdout, "a pair that is judged can be asked for"
    first, second = judged["names"].split(" | ")
    sides = {side["own"]: side["about"] for side in (lam["one"], lam["other"])}
    assert all(about in names for end, names in ((judged["one"], first), (judged["other"], second)) for about in sides[end])
    run("resolve", kb, lam["id"], "--as", "undone", "--by", "")
    assert pair(run, kb) == lam


def test_a_verdict_by_iris_as_the_journal_writes_them(run: Run, kb: Path) -> None:
    lam = pair(run, kb)
    short = [lam[side]["own"].removeprefix("https://w3id.org/vankien/id/") for side in ("one", "other")]
    result = run("resolve", kb, *short, "--as", "different", "--json")
    assert json.loads(result.stdout)["names"].count("Vũ Đình Lâm") == 2
    assert listed(run, kb, "--name", "Lâm") == []


def test_members(run: Run, kb: Path) -> None:
    lam = pair(run, kb)
    run("resolve", kb, lam["id"], "--as", "same")
    [*lines] = run("resolve", kb, lam["one"]["own"]).stdout.splitlines()
    assert len(lines) == 1 and "2024" in lines[0]
    cluster = json.loads(run("explain", kb, "Vũ Đình Lâm", "--json").stdout)["thing"]["iri"]
    assert [side["days"][0] for side in listed(run, kb, cluster)] == ["2024-03-12", "2024-04-02"]


def test_an_edited_journal_takes_effect(run: Run, kb: Path, tmp_path: Path) -> None:
    assert run("resolve", kb, "--judged").stdout == "nothing is judged yet\n"
    lam, nga = pair(run, kb), pair(run, kb, "Ngà")
    (kb / "journal.tsv").write_text(f"same\t{lam['one']['own']}\t{lam['other']['own']}\n", encoding="utf-8")
    assert run("resolve", kb, "--apply").stdout == "judgements in force: 1\n"
    cluster = json.loads(run("explain", kb, "Vũ Đình Lâm", "--json").stdout)["thing"]["iri"]
    assert len(listed(run, kb, cluster)) == 2
    (kb / "journal.tsv").write_text(f"same\t{nga['one']['own']}\t{nga['other']['own']}x\n", encoding="utf-8")
    build(run, tmp_path, kb)
    assert pair(run, kb) == lam and pair(run, kb, "Ngà") == nga
    assert f"[no effect: the base has no {nga['other']['own']}x]" in run("resolve", kb, "--judged").stdout


BAD = [
    (["--kind", "persons"], "persons: no kind of pairs; there are person, event, document, body"),
    (["0000beef"], "0000beef: no such pair is in doubt"),
    (["0000beef", "--as", "same"], "0000beef: no such pair is in doubt"),
    (["0000beef", "--as", "maybe"], "maybe: no verdict; there are same, different, unsure, undone"),
    (["--as", "same"], "name what you judge"),
    (["a/b", "--as", "same"], "name what you judge"),
    (["person/a/x", "person/a/y"], "what of these?"),
    (["person/a/x", "person/a/y", "--as", "same"], "nothing in the base has this IRI"),
    (["person/a/x"], "nothing in the base has this IRI"),
    (["Vũ Đình Lâm"], "--name finds pairs by name"),
    (["0000beef", "--because", "x"], "give it with --as"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD, ids=[" ".join(arguments) for arguments, _ in BAD])
def test_bad_usage(run: Run, base: Path, arguments: list[str], message: str) -> None:
    result = run("resolve", base, *arguments)
    assert result.exit_code == 2 and result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("vankien: ") and message in line


def test_a_damaged_journal_stops_builds_and_lists_not_questions(run: Run, kb: Path, tmp_path: Path) -> None:
    (kb / "journal.tsv").write_text("# mine\nperhaps\tperson/a-b/1\tperson/a-b/2\n", encoding="utf-8")
    for arguments in (["resolve", kb], ["resolve", kb, "--judged"], ["resolve", kb, "--apply"], ["build", tmp_path / "news.jsonl", "--out", kb]):
        result = run(*arguments)
        assert result.exit_code == 2
        assert result.stderr == f"vankien: {kb / 'journal.tsv'}, line 2: 'perhaps' is no verdict; there are same, different, unsure, undone\n"
    assert run("stats", kb).exit_code == run("explain", kb, "Tỉnh ủy Sơn La").exit_code == 0
