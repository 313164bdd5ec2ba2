"""How a network is trained: the plan, what moves the parameters, what ends a run, what is remembered of it."""
