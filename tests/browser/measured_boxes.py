"""What of a page is cut off, too small, or covers something else: measured in the browser, as offences in words."""

from playwright.sync_api import Page

# Everything that is read: texts by the lines they are drawn in, with the size that they are drawn at.
MEASURE = """
(smallest) => {
  const offences = [];
  const scaleOf = (element) => {
    const svg = element.closest("svg");
    if (!svg || element instanceof HTMLElement) return 1;
    const matrix = element.getScreenCTM?.();
    return matrix ? Math.hypot(matrix.c, matrix.d) : 1;
  };
  const isSeen = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    for (let box = element; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.clipPath.startsWith("inset(50%") || style.clip === "rect(0px, 0px, 0px, 0px)") return false;
      if (box.matches(".unseen, option, canvas, dialog:not([open])")) return false;
      const { width, height } = box.getBoundingClientRect();
      if (width <= 1 && height <= 1 && style.overflow !== "visible") return false;
    }
    return true;
  };
  /* The part of a rectangle that no scrolling or clipping ancestor hides, and whether one hides some of it for good. */
  const clipped = (rect, element) => {
    let { left, top, right, bottom } = rect;
    let isCut = false;
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (overflowX === "visible" && overflowY === "visible") continue;
      const around = box.getBoundingClientRect();
      const isScrolled = [overflowX, overflowY].some((overflow) => overflow === "auto" || overflow === "scroll");
      if (!isScrolled && (rect.left < around.left - 1 || rect.right > around.right + 1)) isCut = true;
      if (overflowX !== "visible") [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
      if (overflowY !== "visible") [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
    }
    return { left, top, right, bottom, isCut };
  };
  /* What stays while the page scrolls covers what is scrolled below it, and is meant to. */
  const layerOf = (element) => {
    for (let box = element; box; box = box.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(box).position)) return box;
    }
    return null;
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.data.trim();
    if (!text || !element || element.matches("script, style, title, td, th") || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
    const isIcon = getComputedStyle(element).fontFamily.includes("Material");
    for (const rect of range.getClientRects()) {
      const seen = clipped(rect, element);
      if (seen.right - seen.left < 1 || seen.bottom - seen.top < 1) continue;
      texts.push({ text, element, size, isIcon, layer: layerOf(element), ...seen });
    }
  }
  const where = ({ text, left, top }) => `"${text}" at ${Math.round(left)}, ${Math.round(top)}`;
  for (const one of texts) {
    if (!one.isIcon && one.size < smallest - 0.05) offences.push(`${where(one)} is ${one.size.toFixed(1)} px`);
    if (one.left < -1 || one.right > innerWidth + 1) offences.push(`${where(one)} leaves the window`);
  }
  for (const one of texts) if (one.isCut) offences.push(`${where(one)} is cut off`);
  const inset = 1.5;
  texts.forEach((one, place) => {
    for (const other of texts.slice(place + 1)) {
      if (one.layer !== other.layer || one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      /* The boxes of two lines may overlap: of their height, which has room for accents, digits fill less than two thirds. */
      const allowed = Math.min(one.bottom - one.top, other.bottom - other.top) * 0.35;
      if (across > inset && down > allowed) offences.push(`${where(one)} and ${where(other)} overlap`);
    }
  });
  if (document.documentElement.scrollWidth > innerWidth + 1) offences.push("the page scrolls sideways");
  for (const row of document.querySelectorAll('[data-testid="stMain"]')) {
    if (row.scrollWidth > row.clientWidth + 1) offences.push("the page scrolls sideways");
  }
  return [...new Set(offences)];
}
"""

# A page that has been given another size is laid out within a few frames, charts later than all else.
AT_REST = """
() => new Promise((resolve) => {
  const look = () => JSON.stringify([...document.querySelectorAll(".player :is(section, canvas, svg), [data-placed]")].map(
    (element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height]; }
  ));
  let [before, frames] = ["", 0];
  const next = () => {
    const now = look();
    frames = now === before ? frames + 1 : 0;
    before = now;
    if (frames > 20) resolve();
    else requestAnimationFrame(next);
  };
  next();
})
"""

AREAS = """
() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const area = ({ width, height }) => width * height;
  const sidebar = box('[data-testid="stSidebar"]');
  const right = (innerWidth - Math.max(0, sidebar.right)) * innerHeight;
  const plot = box(".decision-plot");
  return {
    share: (area(box(".panel-network")) + area(box(".panel-decision"))) / right,
    output: Math.min(plot.width, plot.height),
    below: document.querySelector('[data-testid="stMain"]').scrollHeight - innerHeight,
  };
}
"""

# Of each third of the page right of the settings, how much has something in it: in cells of 20 by 20 pixels. What counts is
# what is seen, texts by their lines and drawings by their shapes: the frame around an empty drawing is blank.
FILLED = """
() => {
  const left = Math.max(0, document.querySelector('[data-testid="stSidebar"]').getBoundingClientRect().right);
  const [across, down] = [(innerWidth - left) / 3, innerHeight];
  const isSeen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !element.closest(".hints, .unseen, option");
  const drawings = ".network svg :is(circle, rect, path.line), .decision-plot, .scatterlayer path";
  const drawn = [...document.querySelectorAll(
    `.player :is(button, select), ${drawings}, [data-testid=stDataFrame]`
  )].filter(isSeen).map(element => element.getBoundingClientRect());
  const range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector(".player"), NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !isSeen(node.parentElement)) continue;
    range.selectNodeContents(node);
    texts.push(...range.getClientRects());
  }
  const boxes = [...drawn, ...texts].filter(({ width, height }) => width > 1 || height > 1);
  return [0, 1, 2].map(third => {
    let [filled, all] = [0, 0];
    for (let x = left + third * across; x < left + (third + 1) * across - 20; x += 20) {
      for (let y = 0; y < down - 20; y += 20) {
        all += 1;
        if (boxes.some(box => box.left < x + 20 && box.right > x && box.top < y + 20 && box.bottom > y)) filled += 1;
      }
    }
    return filled / all;
  });
}
"""


def resize(page: Page, width: int, height: int) -> None:
    """Give the window another size, and wait until all that is on the page has found its place."""
    page.set_viewport_size({"width": width, "height": height})
    settle(page)


def settle(page: Page) -> None:
    """Wait until nothing on the page moves any more."""
    page.evaluate(AT_REST)


def offences(page: Page, smallest: float = 13) -> list[str]:
    """Return a line for every text that is smaller than `smallest` px, cut off, outside the window, or over another."""
    found: list[str] = page.evaluate(MEASURE, smallest)
    return found


def areas(page: Page) -> dict[str, float]:
    """Return the share of network and output of what is right of the settings, the output's side, and what is below the fold."""
    found: dict[str, float] = page.evaluate(AREAS)
    return found


def filled_thirds(page: Page) -> list[float]:
    """Return how much of the left, middle and right third of the page right of the settings has something in it."""
    found: list[float] = page.evaluate(FILLED)
    return found
