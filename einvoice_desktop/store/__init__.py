"""The books on disk: drafts, series, outbox and its journal; the sender's lock; the settings file."""
