"""Plans held against the registry (学校名册): the schools and teachers they name."""
