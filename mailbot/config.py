"""config.toml to one frozen Config."""
