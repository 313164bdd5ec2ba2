// Keys that work wherever nothing is being typed. Streamlit's own, r and c, are left alone.
import { isPolite, shortcutAt } from "../keys/shortcuts.mjs";
/** @import { Place, ShortcutName } from "../keys/shortcuts.mjs" */

const PRESSED = "input:is([type=radio], [type=checkbox])";
const TYPING =
  `input:not([type=range], ${PRESSED}), textarea, select, [contenteditable], [data-testid=stDataFrame], dialog, [role=dialog], [role=listbox]`;
/** What an arrow moves, and what the space bar presses. */
const ARROWS =
  "input, summary, [role=slider], [role=radiogroup], [role=tab], [role=menu], [role=separator], .panel-network, .panel-decision";
const SPACE =
  `${PRESSED}, button, a, summary, [role=button], [role=tab], [role=link], [role=switch], [role=checkbox], [role=option]`;

/** @param {EventTarget | null} target the document itself, where nothing has the focus @param {string} selector */
const isIn = (target, selector) => target instanceof Element && target.closest(selector) !== null;

/**
 * Listen for shortcuts.
 * @param {Record<ShortcutName, () => void>} actions
 * @param {() => Pick<Place, "isProjected" | "isCovered">} shown how the page is shown
 * @returns {() => void} stops listening
 */
export function listenForShortcuts(actions, shown) {
  const take = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { key, target } = event;
    // The browser closes it.
    if (key === "Escape" && document.querySelector(":popover-open")) return;
    // Nobody types in a list of choices: Escape has the panel around it closed.
    const isTyping = isIn(target, TYPING) && !(key === "Escape" && isIn(target, ".over-charts select"));
    const isBusy = isIn(target, key === " " ? SPACE : ARROWS);
    const shortcut = shortcutAt(key, { isTyping, isBusy, ...shown() });
    if (!shortcut) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && shortcut.once) return;
    actions[shortcut.does]();
  };
  // A letter is taken before the page hears of it. Arrows and space come when nobody on the way has wanted them.
  const first = (/** @type {KeyboardEvent} */ event) => { if (!isPolite(event.key)) take(event); };
  const last = (/** @type {KeyboardEvent} */ event) => { if (isPolite(event.key)) take(event); };
  document.addEventListener("keydown", first, true);
  document.addEventListener("keydown", last);
  return () => {
    document.removeEventListener("keydown", first, true);
    document.removeEventListener("keydown", last);
  };
}
