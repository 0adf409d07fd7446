"""How a person asks: the commands. The only room that prints."""
