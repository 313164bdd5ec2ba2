"""Whether one neuron can tell two classes apart, with a proof either way."""
