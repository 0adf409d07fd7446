"""How names, numbers and dates are built: each module finds one kind of thing in the normal text."""
