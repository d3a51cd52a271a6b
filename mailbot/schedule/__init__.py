"""Programmes, questionnaires and rosters: values of TOML and CSV to the model, and calendar arithmetic. Reads no file, no clock."""
