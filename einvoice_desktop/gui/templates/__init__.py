"""Templates and monthly repeats in the window."""
