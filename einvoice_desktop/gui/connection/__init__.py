"""The connection to the provider: its form, its trial, going live; parts that dialog and wizard share."""
