"""One function per business event: the only place that words a log line, and none has an address or a word in it."""
