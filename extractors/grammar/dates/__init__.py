"""Dates as the press writes them, anchored on the day of publication."""
