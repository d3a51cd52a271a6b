"""The servers that tests run against: real ones, each started from a private configuration, and the fakes."""
