"""A little world on loopback: embedded servers, made-up people, a year in a minute. Uses the daemon from outside."""
