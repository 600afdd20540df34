"""Secrets of this machine: API keys in the system's keyring."""
