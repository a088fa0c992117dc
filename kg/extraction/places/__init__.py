"""Countries, cities and the regions of the WCO."""
