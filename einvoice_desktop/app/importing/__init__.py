"""Customers, items and whole documents out of the files that people have."""
