"""What templates see of a plan: the plan itself, and its facts already put into words.

A template is changed by people who do not program, so it calls nothing: sentences, lists
and tables stand ready under names that say what they are. A room here makes the words of
one kind of document: a dataclass whose fields are the names in its template.
"""
