"""Input fields that stand for one JSON path of the document each."""
