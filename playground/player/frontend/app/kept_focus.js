// The keyboard goes on where it was when Streamlit puts another widget in the place of the one that has the focus.
import { successorOf } from "./kept_focus.mjs";

/** What Streamlit unfolds over the page. */
const BOX = '[data-testid="stPopoverBody"], [data-testid="stDialog"]';
/** The arrow of a list is none. */
const STOPS = "input, textarea, button:not([aria-label='Open']), [tabindex]:not(button)";
const PAGE = '[data-testid="stApp"]';

/**
 * What has the focus in a box, or had it last; another player goes on with it.
 * @type {{element: HTMLElement, box: Element, names: string[]} | null}
 */
let last = null;

/**
 * Have the focus kept in boxes over the page.
 * @returns {() => void} stops that
 */
export function keepFocus() {
  const changes = new MutationObserver(goOn);
  const listen = (/** @type {FocusEvent} */ { target }) => {
    changes.disconnect();
    last = null;
    const box = target instanceof HTMLElement && target.closest(BOX);
    if (!box) return;
    const stops = stopsOf(box);
    last = { element: target, box, names: stops.slice(0, stops.indexOf(target) + 1).map(nameOf) };
    observe(changes, box);
  };
  document.addEventListener("focusin", listen);
  if (last) observe(changes, last.box);
  goOn();
  return () => {
    changes.disconnect();
    document.removeEventListener("focusin", listen);
  };
}

/** @param {MutationObserver} changes @param {Element} box */
function observe(changes, box) {
  // While the page is drawn a widget may be there that takes no focus yet.
  changes.observe(box, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  const page = document.querySelector(PAGE);
  if (page) changes.observe(page, { attributeFilter: ["data-test-script-state"] });
}

/** Give the focus to what stands in the place of what had it, if that is gone. */
function goOn() {
  if (!last || last.element.isConnected) return;
  const { box, names } = last;
  if (!box.isConnected || document.activeElement !== document.body) return;
  const stops = stopsOf(box);
  stops[successorOf(names, stops.map(nameOf), isDrawn())]?.focus();
}

/** Whether Streamlit has drawn all of the page. */
function isDrawn() {
  const page = document.querySelector(PAGE);
  return page instanceof HTMLElement && page.dataset.testScriptState === "notRunning";
}

/** @param {Element} box @returns {HTMLElement[]} what the keyboard comes to, in its order */
function stopsOf(box) {
  // Of a box that has lost the focus Streamlit takes the rest of it out of the keyboard's order, until it is back.
  return /** @type {HTMLElement[]} */ ([...box.querySelectorAll(STOPS)]).filter((stop) => !stop.matches(":disabled"));
}

/** @param {HTMLElement} stop */
function nameOf(stop) {
  return stop.getAttribute("aria-label") ?? stop.textContent ?? "";
}
