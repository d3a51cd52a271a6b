"""One foreign library or server each: IMAP, SMTP, the listener, OAuth, files. No rules."""
