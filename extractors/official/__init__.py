"""Official texts: an article whose text is itself a paper of the Party, the State or a mass organisation.

Such a text opens with a header (issuer, motto, number, place and date, type, subject), tells its grounds, and closes
with recipients and a signature (domain notes 1.1 to 1.5, 4.2). The press only cites such papers; here the paper speaks.

- :mod:`.gate` is the cheap first look; :mod:`.cells` cuts lines into cells, :mod:`.header` reads the top, :mod:`.closing` the end, :mod:`.paper` joins them;
- :mod:`.opening` is the pipeline's first step, :mod:`.finds` puts what was read among the finds of the grammar;
- :mod:`.offices` reads a signer's post, :mod:`.state` and :mod:`.grounds` say the facts.
"""
