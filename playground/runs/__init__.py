"""The runs on the screen: trained in slices, measured, branched."""
