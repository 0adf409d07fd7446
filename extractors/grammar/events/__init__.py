"""Names of events: congresses, plenums, conferences, anniversaries and the rest, with kind, status, date and place."""
