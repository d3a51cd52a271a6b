"""Tables, the sealing of confidential columns, rows to model, effects to rows. Knows nothing of email syntax."""
