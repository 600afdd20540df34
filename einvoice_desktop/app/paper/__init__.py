"""The paper of a document: what stands on it, in words, and where, in millimetres."""
