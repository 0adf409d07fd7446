"""What the article says of its entities: each module makes one kind of statement, with the words that say it."""
