"""From the domain to cells: what stands in each tab, and the requests that put it there. No I/O."""
