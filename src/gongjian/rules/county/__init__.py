"""Rules over all plans of a repository: who is paired with whom, by which plans, at the same time."""
