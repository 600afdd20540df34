"""The window's side of the books of customers and items: forms, cards in memory, keeping from a document."""
