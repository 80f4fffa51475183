"""One file per thing that the product does, from reading to writing. Ports in, results out."""
