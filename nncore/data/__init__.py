"""Tables of samples: read, checked, scaled."""
