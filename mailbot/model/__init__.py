"""Frozen values and the closed union of effects. Imports nothing of ours but errors."""
