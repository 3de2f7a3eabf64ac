"""The rules: one family a file, an explicit registry, and the engine that runs them."""
