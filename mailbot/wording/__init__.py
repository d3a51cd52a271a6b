"""Templates and values to the words of an email, text and HTML; the only room that imports jinja2."""
