"""Organizations: WCO structures, Customs administrations, partners, and unknown ones by their shape."""
