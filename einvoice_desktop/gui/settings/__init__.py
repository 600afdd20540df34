"""The settings: one place for every one of them."""
