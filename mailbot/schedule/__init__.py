"""Programmes, questionnaires, rosters: from the values of TOML and CSV to the model, and calendar arithmetic.

It reads no file and no clock. Start with programmes.py, roster.py and calendar.py.
"""
