"""What is said of events: organisers, participants, what they commemorate, which documents they work on."""
