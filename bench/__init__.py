"""Measurements of speed, each beside another way to do the same; ``make bench`` runs them."""
