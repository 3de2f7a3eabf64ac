"""GJ3xx: does the plan meet the requirements of its policy packs?"""
