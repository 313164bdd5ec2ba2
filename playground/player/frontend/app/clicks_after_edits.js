// A click just after a cell was changed waits until the grid has told of the cell: it may take the grid off the page.

/**
 * Milliseconds. A grid of Streamlit's tells of a change 150 after it has taken it, which takes it a moment; one that has left
 * the page tells nothing.
 */
const UNTIL_TOLD = 250;
/** Milliseconds that a click waits at most, whatever a grid does. */
const PATIENCE = 2000;
const GRID = '[data-testid="stDataFrame"], [data-testid="stElementToolbar"], #portal';
const OPEN_CELL = "#portal .gdg-input";

/**
 * Have clicks wait for what was typed.
 * @returns {() => void} stops listening
 */
export function holdClicksAfterEdits() {
  let changed = -Infinity;
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  const isOpen = () => document.querySelector(OPEN_CELL) !== null;
  const left = () => {
    if (isOpen()) changed = performance.now();
    return changed + UNTIL_TOLD - performance.now();
  };
  const isInGrid = (/** @type {Event} */ { target }) => target instanceof Element && target.closest(GRID) !== null;
  const note = (/** @type {Event} */ event) => {
    // A cell that is open is closed by whatever is pressed outside of it.
    if (isInGrid(event) || (event.type === "pointerdown" && isOpen())) changed = performance.now();
  };
  for (const name of ["keydown", "paste", "pointerdown", "click"]) document.addEventListener(name, note, options);
  /** @type {MouseEvent[]} */
  const held = [];
  let isReleasing = false;
  const release = (/** @type {number} */ latest) => {
    if (left() > 0 && performance.now() < latest) {
      requestAnimationFrame(() => release(latest));
      return;
    }
    isReleasing = true;
    for (const click of held.splice(0)) click.target?.dispatchEvent(new MouseEvent("click", click));
    isReleasing = false;
  };
  const hold = (/** @type {MouseEvent} */ event) => {
    // A switch that misses the click of a press makes one of its own.
    const isAgain = !event.isTrusted && held.length > 0;
    if (isReleasing || isInGrid(event) || left() <= 0 || !(event.isTrusted || isAgain)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isAgain) return;
    held.push(event);
    if (held.length === 1) release(performance.now() + PATIENCE);
  };
  document.addEventListener("click", hold, options);
  return () => stop.abort();
}
