"""Web pages of known sites: where their content systems put the lead, the body and what stands round it.

The general extractor drops the lead (sapo) of most Vietnamese newspapers, since it stands outside the body's
element, and keeps the related articles that stand inside it. Rules are data (sites.tsv); a page that no
rule fits, or whose markup has changed, is read by the general extractor and mended (general/).
"""

from vankien.extractors.readers.sites.rules import Parts, parts_of

__all__ = ["Parts", "parts_of"]
