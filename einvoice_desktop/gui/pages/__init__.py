"""The pages beside compose: drafts, outbox, archive, receipt, samples."""
