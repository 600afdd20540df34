"""Desktop invoice composer for Greek electronic invoicing through a licensed provider."""

__version__ = "0.1.0"
