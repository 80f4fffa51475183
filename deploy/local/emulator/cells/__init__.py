"""Cell values: what typed text means and how values are shown."""
