"""Names of the vocabulary's terms, for code; ``vankien.ttl`` says what they mean.

Both are checked against each other both ways (tests/ontology), so a name stands in code only if
people can read its definition, and the other way round.

>>> ancestors("Directive")
('PartyDocument', 'Document')
>>> PREDICATES["holdsPost"].values["status"]
('current', 'former', 'incoming', 'outgoing')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final, Literal

_CLASSES = """
Article
Body
  AdvisoryAgency ArmedForcesBody Enterprise FrontOrganisation InspectionCommission MassOrganisation
  PartyAffairsSection PartyCaucus PartyCommittee PartyOrganisation PoliceBody Politburo PoliticalParty
  PressBody School Secretariat StandingBoard StandingGroup StateBody SteeringCommittee Territory
  WorkingDelegation
PartyCommittee
  CentralCommittee
PartyOrganisation
  PartyCell
PoliticalParty
  ForeignParty
StateBody
  Court Ministry NationalAssemblyDelegation PeoplesCommittee PeoplesCouncil Procuracy
Citation
Document
  JointDocument PartyDocument StateDocument
PartyDocument
  ActionProgramme Appeal Communique Conclusion Decision Declaration Directive Guidance Notice OfficialLetter
  PartyCircular Plan Platform Regulation Report Resolution Scheme Statute Strategy StudyTheme Submission
  Testament WorkingRules
StateDocument
  Constitution Decree Dispatch Law Ordinance StateCircular StateDecision StateDirective StateResolution
Event
  Anniversary Campaign Ceremony Conference Congress Contest CooperationProgramme Inspection Meeting
  PersonnelEvent Plenum ReorganisationEvent Visit
Campaign
  ThematicYear
Conference
  ReviewConference StudyConference
Meeting
  Session
PersonnelEvent
  Appointment Assignment Award Designation Discipline Dismissal Election EndOfPost Nomination
  ProposedDiscipline Ratification Resignation Retirement Transfer
LooseReference
Naming
Participation
Person
Post
Statement
Story
Tenure
Term
"""


def _tree(text: str) -> dict[str, str]:
    """Class -> parent ("" at the top) of a listing where indented lines hold the children of a line."""
    parents: dict[str, str] = {}
    top = ""
    for line in text.split("\n"):
        if line.startswith(" "):
            parents.update(dict.fromkeys(line.split(), top))
        elif line:
            top = line
            parents.setdefault(top, "")
    return dict(sorted(parents.items()))


PARENTS: Final[Mapping[str, str]] = MappingProxyType(_tree(_CLASSES))
"""Class -> its superclass in the vocabulary, "" for the topmost."""

CLASSES: Final = frozenset(PARENTS)
"""Local names of all classes."""

ENTITY_TYPES: Final = ("Body", "Document", "Event", "LooseReference", "Person", "Post")
"""The classes of things that articles name; every entity's class is one of these or below. A loose
reference is read as a Document, but is none in the graph."""

PROPERTIES: Final = frozenset(
    """
    act acting adoptedAt amends announcedOn asOf basedOn baseYear by byline candidate change cited citing commemorates
    concretises continues count country date effectiveFrom endDate event evidence guides hasPost heldAs heldPost
    holdsPost identifier implements inArticle inferredAttribute institutionalises inTerm issuedBy
    issuerCode kind length letters measure mentions mode names number office ordinal
    organisedBy participant partOf person personnelAct place post postIn published refersTo relation
    repeals replaces represents resolvedTo reviews role rule section sentTo sha256 signedBy source startDate status
    story studies succeeds supplements surface term termOf textOf theme title url violates year years
    """.split()
)
"""Local names of all properties."""

MODES: Final = ("inferred", "loose", "stated")
TENURE_STATUSES: Final = ("current", "former", "incoming", "outgoing")
EVENT_STATUSES: Final = ("held", "ongoing", "planned")
EVENT_KINDS: Final = tuple(
    "anniversary campaign ceremony conference congress contest inspection meeting other plenum programme visit".split()
)
ROLES: Final = ("attendee", "chair", "other", "presenter", "recipient", "speaker")
IMPLEMENTS_TYPES: Final = ("implements", "other", "reviews", "studies", "violates")

ACTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "appoint": "Appointment",
        "assign": "Assignment",
        "award": "Award",
        "designate": "Designation",
        "discipline": "Discipline",
        "dismiss": "Dismissal",
        "elect": "Election",
        "endPost": "EndOfPost",
        "introduce": "Nomination",
        "proposeDiscipline": "ProposedDiscipline",
        "ratify": "Ratification",
        "resign": "Resignation",
        "retire": "Retirement",
        "transfer": "Transfer",
    }
)
"""Code of a personnel act -> class of its event."""

Datatype = Literal["code", "date", "flag", "integer", "link", "text", "year"]

ATTRIBUTES: Final[Mapping[str, Datatype]] = MappingProxyType(
    {
        "act": "code",
        "acting": "flag",
        "announcedOn": "date",
        "asOf": "date",
        "baseYear": "year",
        "by": "link",
        "candidate": "link",
        "change": "code",
        "country": "code",
        "date": "date",
        "effectiveFrom": "date",
        "endDate": "date",
        "issuerCode": "code",
        "kind": "code",
        "letters": "code",
        "measure": "text",
        "number": "code",
        "office": "text",
        "ordinal": "code",
        "place": "text",
        "role": "code",
        "startDate": "date",
        "status": "code",
        "term": "code",
        "theme": "text",
        "title": "text",
        "year": "year",
        "years": "integer",
    }
)
"""Properties that attributes become, each with the kind of its values. ``text`` is Vietnamese,
``link`` an IRI or a list of them."""

ATTRIBUTES_OF: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Body": ("candidate", "change", "endDate", "startDate"),
        "Citation": ("status",),
        "Document": ("candidate", "date", "issuerCode", "kind", "letters", "number", "term", "title", "year"),
        "Event": (
            "baseYear",
            "candidate",
            "date",
            "endDate",
            "kind",
            "ordinal",
            "place",
            "status",
            "term",
            "theme",
            "years",
        ),
        "LooseReference": ("candidate", "kind", "term", "title"),
        "Participation": ("date", "role", "status"),
        "Person": ("candidate",),
        "PersonnelEvent": ("act", "announcedOn", "by", "date", "effectiveFrom", "measure"),
        "Post": ("candidate", "country", "office"),
        "Tenure": ("acting", "asOf", "endDate", "startDate", "status", "term"),
        "Term": ("ordinal",),
    }
)
"""Which properties an entity of a type, or the node beside a statement, may have from its attributes."""

GIVEN_AS: Final[Mapping[str, str]] = MappingProxyType({"candidate": "candidates", "office": "role"})
"""Properties whose attribute has another name in an extraction; all others have the property's own."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a statement's predicate may join, and the codes its attributes may have."""

    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def _values(**values: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(values)


DOCUMENT_RELATIONS: Final = tuple(
    "amends basedOn concretises continues guides implements institutionalises repeals replaces supplements".split()
)
"""Predicates from document to document."""

PREDICATES: Final[Mapping[str, Predicate]] = MappingProxyType(
    {
        **{name: Predicate(("Document",), ("Document",)) for name in DOCUMENT_RELATIONS},
        "adoptedAt": Predicate(("Document",), ("Event",)),
        "commemorates": Predicate(("Event",), ("Body", "Document", "Event", "Person")),
        "holdsPost": Predicate(("Person",), ("Post",), _values(status=TENURE_STATUSES)),
        "implements": Predicate(("Body", "Document", "Event"), ("Document",), _values(type=IMPLEMENTS_TYPES)),
        "issuedBy": Predicate(("Document",), ("Body",)),
        "organisedBy": Predicate(("Event",), ("Body",)),
        "partOf": Predicate(("Body",), ("Body",)),
        "participant": Predicate(("Event",), ("Person",), _values(role=ROLES)),
        "personnelAct": Predicate(("Person",), ("Post",), _values(act=tuple(ACTS))),
        "postIn": Predicate(("Post",), ("Body",)),
        "refersTo": Predicate(("Body", "Document", "Event"), ("Document",)),
        "represents": Predicate(("Person",), ("Body",)),
        "resolvedTo": Predicate(("Person",), ("Person",)),
        "sentTo": Predicate(("Document",), ("Body",)),
        "signedBy": Predicate(("Document",), ("Person",)),
        "textOf": Predicate(("Article",), ("Document",)),
    }
)
"""The predicates statements may use. ``personnelAct`` alone may lack its object."""


@cache
def ancestors(cls: str) -> tuple[str, ...]:
    """The superclasses of a class, nearest first. KeyError for a class nobody defined."""
    parent = PARENTS[cls]
    return (parent, *ancestors(parent)) if parent else ()
