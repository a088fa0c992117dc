"""Dates, numbers and modes as reports write them."""
