"""Spreadsheets (xlsx, csv) → rows of cells that know their place → records for a schema."""
