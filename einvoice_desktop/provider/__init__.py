"""The provider's HTTP interface: signing in, sending a document, and which failure means what."""
