"""Names and titles, and who is who within a report."""
