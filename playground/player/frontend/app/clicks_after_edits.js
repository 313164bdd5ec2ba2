// A click just after a cell was changed waits until the grid has told of the cell: it may take the grid off the page.
// One on a download just after a field was typed in waits until the page is drawn with it: what comes is made of what it says.

/**
 * Milliseconds. A grid of Streamlit's tells of a change 150 after it has taken it, which takes it a moment; one that has left
 * the page tells nothing.
 */
const UNTIL_TOLD = 250;
/** Milliseconds that a click waits at most, whatever a grid does, and one on a download, whatever is drawn: it would bring what was before. */
const [PATIENCE, PATIENCE_OF_DOWNLOAD] = [2000, 15_000];
const GRID = '[data-testid="stDataFrame"], [data-testid="stElementToolbar"], #portal';
const OPEN_CELL = "#portal .gdg-input";
const FIELD = '[data-testid="stNumberInput"], [data-testid="stTextInput"], [data-testid="stCheckbox"]';
/** What counts a field's number up and down. */
const COUNTER = '[data-testid="stNumberInput"] button';
const DOWNLOAD = '[data-testid="stDownloadButton"]';
const DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]';

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
  const isInGrid = (/** @type {Event} */ event) => isWithin(event, GRID);
  const isOutdated = outdatedDownloads(options);
  const waits = (/** @type {Event} */ event) => left() > 0 || isOutdated(event);
  const note = (/** @type {Event} */ event) => {
    // A cell that is open is closed by whatever is pressed outside of it.
    if (isInGrid(event) || (event.type === "pointerdown" && isOpen())) changed = performance.now();
  };
  for (const name of ["keydown", "paste", "pointerdown", "click"]) document.addEventListener(name, note, options);
  /** @type {MouseEvent[]} */
  const held = [];
  let isReleasing = false;
  const release = (/** @type {number} */ latest) => {
    if (held.some(waits) && performance.now() < latest) {
      requestAnimationFrame(() => release(latest));
      return;
    }
    isReleasing = true;
    const ready = held.splice(0).filter((click) => !isOutdated(click));
    for (const click of ready) click.target?.dispatchEvent(new MouseEvent("click", click));
    isReleasing = false;
  };
  const hold = (/** @type {MouseEvent} */ event) => {
    // A switch that misses the click of a press makes one of its own.
    const isAgain = !event.isTrusted && held.length > 0;
    if (isReleasing || isInGrid(event) || !waits(event) || !(event.isTrusted || isAgain)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isAgain) return;
    held.push(event);
    if (held.length === 1) release(performance.now() + (isOutdated(event) ? PATIENCE_OF_DOWNLOAD : PATIENCE));
  };
  document.addEventListener("click", hold, options);
  return () => stop.abort();
}

/** @param {AddEventListenerOptions} options @returns {(event: Event) => boolean} whether a click is on a download that does not know yet what was typed */
function outdatedDownloads(options) {
  let typed = -Infinity;
  let isDrawn = true;
  const note = (/** @type {Event} */ event) => {
    if (!isWithin(event, event.type === "click" ? COUNTER : FIELD)) return;
    typed = performance.now();
    isDrawn = false;
  };
  for (const name of ["change", "click"]) document.addEventListener(name, note, options);
  return (event) => {
    if (!isWithin(event, DOWNLOAD)) return false;
    if (performance.now() - typed < UNTIL_TOLD) return true;
    isDrawn ||= document.querySelector(DRAWN) !== null;
    return !isDrawn;
  };
}

/** @param {Event} event @param {string} selector */
const isWithin = ({ target }, selector) => target instanceof Element && target.closest(selector) !== null;
