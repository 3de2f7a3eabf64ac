"""What files say: Pydantic schemas, quotas, dates. No I/O, no click, no rich."""
