"""Documents as Word files (OOXML), laid out by GB/T 9704-2012.

The parts are Jinja templates in ``parts/``; what is the same in every document of a
profile is rendered and deflated once.
"""

from gongjian.document.docx.writer import write_docx

__all__ = ["write_docx"]
