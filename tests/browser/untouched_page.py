"""Whether a page that is open is one on which nothing has been done: then the next test need not open it again.

Opening is half of the work of most tests. What a test has only looked at, or put back, stays open; whether it has is not
believed but compared: all that the page says, its fields, its charts, what it has stored, and its size and media.
"""

from playwright.sync_api import Page

from .finished_runs import FinishedRuns

# All that can be told of a page from outside, as one text. Plotly's drawings have random names inside: of a chart count the
# axes and the lines; what Streamlit calls its styles changes as it goes, and a screen reader is told the last thing that
# happened. Whether inputs have room beside answers is measured only where they stand there. The address counts at the
# beginning only: it follows a play-head that has been moved a moment later.
LOOK = """
() => {
  if (!document.querySelector(".player")) return "";
  const names = /^(class|aria-.*|title|hidden|disabled|d|role|tabindex|data-(run|state|exact|charted|enlarged|projector))$/;
  const passing = /st-emotion-cache-\\w+|is-moving|has-inputs/g;
  const inOrder = value => value.replace(passing, "").trim().split(/\\s+/).sort().join(" ");
  const told = element => [...element.attributes].filter(({ name }) => names.test(name))
    .map(({ name, value }) => name + (name === "class" ? inOrder(value) : value)).filter(told => told !== "class");
  const own = element => [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("");
  const elements = [document.documentElement, ...document.querySelectorAll("body *")].filter(
    element => !element.closest("script, style, .js-plotly-plot, .signed-lines, [role=status]")
  );
  const charts = [...document.querySelectorAll(".js-plotly-plot")].map(({ data, _fullLayout: layout }) => [
    layout.width, layout.height, layout.xaxis.range, layout.yaxis.range, layout.xaxis.type, layout.yaxis.type,
    data.map(({ name, x, y, visible }) => [name, visible, x?.length, y?.at?.(-1)]),
  ]);
  return JSON.stringify([
    innerWidth, innerHeight, devicePixelRatio, location.pathname, location.search,
    document.querySelector(".player").dataset.epoch === "0" && location.hash,
    ["dark", "light"].map(scheme => matchMedia(`(prefers-color-scheme: ${scheme})`).matches),
    matchMedia("(prefers-reduced-motion: reduce)").matches,
    Object.entries(localStorage).filter(([name]) => !name.startsWith("st")), document.activeElement.className,
    [...document.querySelectorAll("*")].reduce((sum, { scrollTop, scrollLeft }) => sum + scrollTop + scrollLeft, 0),
    charts, elements.map(element => [element.tagName, own(element), element.value, element.checked, told(element)]),
  ]);
}
"""
# Only a play-head at rest, the row that is chosen, and where it is scrolled to can have to be put back.
MAY_BE = """
first => {
  const { run, state } = document.querySelector(".player")?.dataset ?? {};
  return run === first && state !== "moving" && !document.querySelector(".player.stale, dialog[open]");
}
"""
# What is said to a screen reader of the picture of the output follows a moment after the picture.
TELLS_ANOTHER_EPOCH = """
() => {
  const said = document.querySelector(".decision-canvas")?.ariaLabel?.match(/, epoch ([\\d,]+)\\./)?.[1].replaceAll(",", "");
  return said !== undefined && said !== document.querySelector(".player").dataset.epoch;
}
"""
# What glides is not how it looks, and a grid tells its cells to a screen reader a while after it has drawn them.
AT_REST = f"""
async () => {{
  const look = {LOOK};
  const tellsAnother = {TELLS_ANOTHER_EPOCH};
  const grids = [...document.querySelectorAll("[data-testid=data-grid-canvas]")].filter(grid => grid.checkVisibility());
  let [before, now] = ["", look()];
  const isAtRest = () => now === before && !tellsAnother() && grids.every(grid => grid.querySelector("tbody"));
  for (let times = 0; times < 20 && !isAtRest(); times += 1) {{
    await new Promise(resolve => setTimeout(resolve, 200));
    [before, now] = [now, look()];
  }}
  return now;
}}
"""
# Whether it comes to look so; what has just got another size is drawn once more, but what is at rest stays as it is.
COMES_TO_LOOK = f"""
async wanted => {{
  const look = {LOOK};
  const tellsAnother = {TELLS_ANOTHER_EPOCH};
  let [before, now] = ["", look()];
  for (let times = 0; now !== wanted && (now !== before || tellsAnother()) && times < 6; times += 1) {{
    await new Promise(resolve => setTimeout(resolve, 200));
    [before, now] = [now, look()];
  }}
  return now === wanted;
}}
"""
RUN = "() => document.querySelector('.player').dataset.run"
EMPTY = "about:blank"
FORGET_SESSION = "() => { try { sessionStorage.clear() } catch { /* an empty page has none */ } }"


class UntouchedPage:
    """Knows how the page of a tab looked when it had just been opened.

    Parameters
    ----------
    page : Page
        The tab, in which nothing is open yet.
    address : str
        Where the app is served.
    """

    def __init__(self, page: Page, address: str):
        self.page = page
        self._address = address
        self.finished_runs = FinishedRuns(page)
        self._noted: dict[str, str] = {}
        self._run = ""

    def note(self, state: str) -> None:
        """Note how the page looks in a state, such as at the end of its run; there is no way back to the one before."""
        self._noted = {state: self.page.evaluate(AT_REST)}
        self._run = self.page.evaluate(RUN)

    def forget(self) -> None:
        """Know no longer how it looked: it is to be opened anew."""
        self._noted = {}

    @property
    def is_known(self) -> bool:
        """Whether it is known how the page looked."""
        return bool(self._noted)

    def leave(self) -> None:
        """Leave the app if it is open; nothing of it is kept but files."""
        self.forget()
        if self.page.url != EMPTY:
            self.page.evaluate(FORGET_SESSION)
            self.page.goto(EMPTY)
        session = self.page.context.new_cdp_session(self.page)
        stored = {"origin": self._address, "storageTypes": "cookies,local_storage,indexeddb"}
        session.send("Storage.clearDataForOrigin", stored)
        session.detach()

    def may_be(self, state: str | None = None) -> bool:
        """Return whether it may be untouched but for its play-head; in a state, if one is named, that was noted."""
        is_noted = self.is_known if state is None else state in self._noted
        return is_noted and bool(self.page.evaluate(MAY_BE, self._run))

    def is_still(self, state: str) -> bool:
        """Return whether the page looks as it did in a state."""
        return bool(self.page.evaluate(COMES_TO_LOOK, self._noted[state]))
