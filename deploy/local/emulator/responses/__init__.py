"""One module per resource: parse the request, call the state, shape the answer."""
