"""Pictures of the sample's tabs for the guides, drawn from the exported workbooks."""
