"""The page on which a document is composed: header, parties, lines, taxes, payments, sums and problems."""
