"""Sentences reduced to symbols, the agents in them, and the posts that stand in apposition."""
