"""From frames to who was what at which meeting."""
