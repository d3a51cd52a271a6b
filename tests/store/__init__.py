"""The store against real databases: SQLite files always, PostgreSQL where it is installed."""
