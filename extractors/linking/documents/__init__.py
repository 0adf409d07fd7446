"""Which document a name means: one entity for its mentions, resolved by number, date, term and subject, or left open."""
