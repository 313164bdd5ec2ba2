"""Where the page begins to be drawn: at its top, whatever was drawn before."""

from __future__ import annotations

from streamlit.delta_generator_singletons import context_dg_stack, get_default_dg_stack_value


def begin_at_the_top() -> None:
    """Let what is drawn next come at the top of the page.

    A fragment that runs alone is drawn in the container it stood in, and Streamlit leaves its thread in there. What is
    changed at the very end of such a run is drawn by the same thread: the whole page inside of the fragment's container.
    When that page has been drawn, what stood before it is cleared away, the containers move up, and the fragment's next
    run looks for its own in a place that is gone. The browser then ends the session with an error.
    """
    context_dg_stack.set(get_default_dg_stack_value())
