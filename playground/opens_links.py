"""The page reads what its address says behind the "#" before it starts.

Browsers keep that part to themselves, so no server's log ever has it; but Streamlit tells the script of a page only what
stands behind the "?". A line of script in the page itself moves the one to the other before Streamlit starts, and without
asking the server for anything; as soon as the player is on the page, it moves it back. What the address only names,
because it is too long, the browser has kept. And the last link of a page that was left before it stood in the address is
remembered by the tab, for who reloads it, and so is what was looked at: while a run plays, no link tells of that.

Some mail programs write "%23" for the "#" and "%3D" for the "=": what stands behind the one is then part of the path.
"""

from __future__ import annotations

from playground.document.link import NAME
from playground.document.link_text import KEPT

STORED = "playground-"
"""What the names begin with under which the browser keeps what is too long for an address."""

LEFT = "playground-left"
"""Where a tab remembers the link of a page that was left before it was written, which one stood there, and what was looked at."""

VIEWPOINT = "viewpoint"
"""What stands behind the "?" while the page opens again: what was looked at when it was left."""

MOVE = f"""<script>
{{
  const url = new URL(location.href);
  let link = /^#{NAME}(?:=|%3D)(.+)$/i.exec(url.hash)?.[1];
  const inPath = /%23{NAME}(?:=|%3D)(.+)$/i.exec(url.pathname);
  if (inPath) {{
    link ??= inPath[1];
    url.pathname = url.pathname.slice(0, inPath.index);
  }}
  let viewpoint = null;
  try {{
    const left = JSON.parse(sessionStorage.getItem("{LEFT}"));
    sessionStorage.removeItem("{LEFT}");
    const [{{ type }}] = performance.getEntriesByType("navigation");
    if (left?.written === (link ?? "") && type === "reload") ({{ link, viewpoint }} = left);
  }} catch {{}} // a browser that remembers nothing
  if (viewpoint) url.searchParams.set("{VIEWPOINT}", JSON.stringify(viewpoint));
  if (link) {{
    let kept = null;
    try {{
      if (link.startsWith("{KEPT}")) {{
        document.documentElement.dataset.kept = link; // its name, for the player
        kept = localStorage.getItem("{STORED}" + link);
      }}
    }} catch {{}} // a browser that keeps nothing
    url.searchParams.set("{NAME}", kept ?? link);
    url.hash = "";
  }}
  if (link || viewpoint) history.replaceState(history.state, "", url);
}}
</script>
"""
"""Before any other script of the page."""
