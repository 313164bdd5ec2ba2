"""The live player: it asks for the epochs of a run and shows them. See the README of this folder."""
