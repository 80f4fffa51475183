"""Sign-in without Google: credential files, the token endpoint, and what a token allows."""
