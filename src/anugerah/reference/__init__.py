"""The reference graph and the curated facts: read from CSV tables, written as Turtle."""
