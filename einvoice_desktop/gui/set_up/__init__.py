"""The wizard for a company of one's own."""
