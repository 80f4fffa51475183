"""Google's discovery documents, made small, and the validation built on them."""
