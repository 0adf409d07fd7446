"""Which event a name means: numbered ones everywhere, the rest within the article."""
