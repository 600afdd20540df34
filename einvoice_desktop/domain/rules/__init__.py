"""What is wrong with a document: one function a rule, grouped by room."""
