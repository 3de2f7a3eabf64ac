"""Documents as one HTML file: read on a phone, printed on A4 by GB/T 9704-2012.

Nothing is fetched and nothing runs: no scripts, no fonts, no pictures. The page and its
style sheet are Jinja templates in ``parts/``.
"""

from gongjian.document.html.writer import write_html

__all__ = ["write_html"]
