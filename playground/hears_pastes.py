"""The player hears of a paste before the page's grids do.

A grid takes what is pasted at the first place that learns of it, the window, where who has listened longest comes first. So a
line of script listens before Streamlit starts, and passes it on.
"""

from __future__ import annotations

PASTED = "playground-pasted"
"""What the player listens for; its detail is the browser's own event."""

PASS_ON = f"""<script>
addEventListener("paste", (event) => dispatchEvent(new CustomEvent("{PASTED}", {{ detail: event }})), true);
</script>
"""
"""Before any script of Streamlit's."""
