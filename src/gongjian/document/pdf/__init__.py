"""Documents as PDF files, laid out by GB/T 9704-2012 and set by Typst.

The layout is Typst code in ``parts/``, the same for every document; a document reaches it
as JSON, so that no word of a plan is ever read as code.
"""

from gongjian.document.pdf.writer import write_pdf

__all__ = ["write_pdf"]
