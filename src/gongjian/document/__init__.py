"""Official documents: Markdown → Document tree → docx and Markdown.

Nothing is imported here: take what you need from the module that has it, so that
``gongjian --help`` pays for neither Jinja nor the writers.
"""
