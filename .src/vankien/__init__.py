"""vankien (văn kiện: Party papers): Vietnamese Party news and documents as a knowledge graph."""

__version__ = "0.1.0"
__all__ = ["__version__"]
