"""Spreadsheets: reading the files that people have, writing those that they open in Excel."""
