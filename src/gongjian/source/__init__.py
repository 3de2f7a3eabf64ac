"""YAML text ↔ model: fast loading, exact places, edits that keep comments."""
