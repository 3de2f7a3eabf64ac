"""A new plan repository: its files, from templates, recipes and the schemas as they are."""
