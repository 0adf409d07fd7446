"""Names of documents: numbers, meetings, laws and names of their own, with what belongs to each (date, issuer, term, subject)."""
