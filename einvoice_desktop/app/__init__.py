"""What a person can do: compose, seal, submit, recover, print."""
