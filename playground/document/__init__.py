"""What is open on a page and can be kept: one frozen record, its dict form, and the history of those before it."""

from playground.document.document import Document, DocumentError

__all__ = ["Document", "DocumentError"]
