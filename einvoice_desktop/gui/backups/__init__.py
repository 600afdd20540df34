"""Backups in the window: the day's own, the list, and putting one in the books' place."""
