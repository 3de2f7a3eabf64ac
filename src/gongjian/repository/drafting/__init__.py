"""A new plan: from an archetype, some names and dates, and what the policy packs in force demand."""
