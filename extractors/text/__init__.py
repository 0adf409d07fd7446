"""Text as the rules see it: one normal form, syllables, sentences, and the way back to the text as given."""
