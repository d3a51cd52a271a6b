"""The tests follow the source tree, room by room; tests/services starts the real servers and has the fakes."""
