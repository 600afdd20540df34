"""What a document is, what it adds up to, what is wrong with it, and the states a submission can be in."""
