"""Known names: every form of what the roster tells of some people, where it stands in a text, and what stands instead."""
