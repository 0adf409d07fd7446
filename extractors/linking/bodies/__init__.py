"""Which body a name means: short forms completed, spellings folded, scopes kept."""
