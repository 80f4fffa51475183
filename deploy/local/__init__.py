"""The product on one machine: a local Google, a sample province, a demonstration."""
