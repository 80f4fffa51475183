"""What can stand in the way of a picture."""

from __future__ import annotations


class PictureError(RuntimeError):
    """A picture could not be made. The message says why, in one line."""
