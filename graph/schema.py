"""The tables of the statement log: the records, which are kept, and what is derived from them, which can be made anew."""

from __future__ import annotations

from typing import Final

RECORDS: Final = """
CREATE TABLE IF NOT EXISTS article (
    key TEXT PRIMARY KEY, id TEXT NOT NULL, content TEXT NOT NULL, extractor TEXT NOT NULL,
    line_hash TEXT NOT NULL, published TEXT NOT NULL, statements INTEGER NOT NULL, run INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (key TEXT PRIMARY KEY, line TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS judgement (one TEXT, other TEXT, verdict TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS judgement_other ON judgement (other);
"""

DERIVED: Final = """
CREATE TABLE IF NOT EXISTS waiting (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS person (iri TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS person_name ON person (name);
CREATE TABLE IF NOT EXISTS held (iri TEXT, post TEXT, PRIMARY KEY (iri, post)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS known (iri TEXT PRIMARY KEY, known TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS known_known ON known (known);
CREATE TABLE IF NOT EXISTS alias (iri TEXT PRIMARY KEY, canonical TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS alias_canonical ON alias (canonical);
CREATE TABLE IF NOT EXISTS form (
    iri TEXT, class TEXT, label TEXT, articles INTEGER NOT NULL, PRIMARY KEY (iri, class, label)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS thing (iri TEXT, class TEXT, told INTEGER NOT NULL, PRIMARY KEY (iri, class)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tally (class TEXT PRIMARY KEY, told INTEGER NOT NULL, things INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS occasion (
    iri TEXT PRIMARY KEY, key TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL,
    planned INTEGER NOT NULL, published TEXT NOT NULL, organisers TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS occasion_day ON occasion (day, kind);
CREATE TABLE IF NOT EXISTS sign (sign TEXT, iri TEXT, PRIMARY KEY (sign, iri)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sign_iri ON sign (iri);
CREATE TABLE IF NOT EXISTS hint (hint TEXT, iri TEXT, PRIMARY KEY (hint, iri)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS hint_iri ON hint (iri);
CREATE TABLE IF NOT EXISTS outcome (plan TEXT PRIMARY KEY, held TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outcome_held ON outcome (held);
CREATE TABLE IF NOT EXISTS deed (
    iri TEXT PRIMARY KEY, key TEXT NOT NULL, person TEXT NOT NULL, said TEXT NOT NULL, day TEXT NOT NULL, published TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS deed_person ON deed (person);
CREATE TABLE IF NOT EXISTS paper (iri TEXT PRIMARY KEY, key TEXT NOT NULL, sign TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS paper_sign ON paper (sign);
CREATE TABLE IF NOT EXISTS sketch (key TEXT PRIMARY KEY, hashes BLOB, runs INTEGER, day TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS band (place INTEGER, hashes BLOB, key TEXT, PRIMARY KEY (place, hashes, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alike (key TEXT, other TEXT, PRIMARY KEY (key, other)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS story (key TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS story_story ON story (story);
CREATE TABLE IF NOT EXISTS touched (what TEXT, value TEXT, PRIMARY KEY (what, value)) WITHOUT ROWID;
"""
"""One statement each table or index; :mod:`vankien.graph.identity` says what they hold."""

NAMES: Final = tuple(line.split()[5] for line in DERIVED.splitlines() if line.startswith("CREATE TABLE"))
"""Names of the derived tables."""

DERIVATION: Final = 5
"""Number of the way in which derived tables are made: those of a log with another number are made anew."""
