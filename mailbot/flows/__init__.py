"""The imperative shell: load, decide, apply; owns every transaction and the clock. No rules."""
