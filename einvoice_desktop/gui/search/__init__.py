"""The search for everything at the top of the window."""
