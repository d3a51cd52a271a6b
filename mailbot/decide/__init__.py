"""The functional core: values in, a Disposition out. No I/O, no clock, no randomness."""
