"""The window of an import: which file, what its columns mean, what would happen, what happened."""
