"""RFC 5322 bytes to values and back; the only room that imports the stdlib email package and lets none of it out."""
