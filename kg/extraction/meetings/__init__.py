"""Which events a report tells of: names, dates, places, regions, and what refers to them."""
