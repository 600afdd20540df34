"""A practice provider, strict as the real one, that remembers what it issued."""
