"""Indonesian news about innovation awards of local governments, as a checkable knowledge graph."""

__version__ = "0.1.0"
