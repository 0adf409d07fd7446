"""Who and what is one across articles: persons, events, acts about persons, stories, and what curators judge.

- :mod:`.people` (with :mod:`.persons`, :mod:`.evidence`, :mod:`.parting`), :mod:`.events` (:mod:`.occasions`), :mod:`.deeds` and
  :mod:`.stories` each keep their part of the log: ``add`` and ``remove`` an article, then ``resolve`` what that touched;
- :mod:`.judgements` holds what the journal says; :mod:`.names` the labels of what all these make one.

All of it is a function of the articles and judgements alone, never of the order in which they came.
"""
