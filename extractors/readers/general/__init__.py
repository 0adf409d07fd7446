"""Pages of unknown sites: what the general extractor (trafilatura) loses or takes in too much on Vietnamese layouts.

Its text is only mended: whole lines that stand on the page beside the article are taken out, and the lead is put back.
Every rule asks for a mark of the page's own; a page without such marks is read as the extractor reads it.
"""

from vankien.extractors.readers.general.asides import without_asides
from vankien.extractors.readers.general.leads import with_lead

__all__ = ["with_lead", "without_asides"]
