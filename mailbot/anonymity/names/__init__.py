"""Known names: every form of what the roster tells of people, where it stands in a text, and what is read instead."""
