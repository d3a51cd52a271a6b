"""One small file per group of commands: parses arguments, prints. Decides nothing."""
