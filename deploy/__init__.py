"""Where the functions run: on this machine or in Google Cloud."""
