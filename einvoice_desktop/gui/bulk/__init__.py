"""Many drafts issued one after the other: the review, the run, what it tells."""
