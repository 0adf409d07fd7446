"""Files that hold a network, one module a format."""
