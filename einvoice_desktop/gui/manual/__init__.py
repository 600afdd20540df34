"""The manual: its window, and which page belongs to what."""
