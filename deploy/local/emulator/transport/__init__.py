"""Two ways to the application: over a socket, and inside the process."""
