// Keys that work wherever nothing is being typed. Streamlit's own, r and c, are left alone.

const KEYS = {
  k: "play", t: "train", ".": "step", ",": "back", 0: "reset", j: "previousFlip", l: "nextFlip", h: "hideFuture",
  n: "newWeights", z: "undo",
};
const ONCE = new Set(["newWeights", "undo", "train"]);
const TYPING = "input:not([type=range]), textarea, select, [contenteditable], [data-testid=stDataFrame], [role=dialog], [role=listbox]";

/**
 * Listen for shortcuts.
 * @param {Record<string, () => void>} actions
 * @returns {() => void} stops listening
 */
export function listenForShortcuts(actions) {
  const listen = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const name = KEYS[event.key];
    if (!name || event.target.closest?.(TYPING)) return;
    event.preventDefault();
    event.stopPropagation();
    // A run is trained for each of these: a key that is held down would ask for dozens.
    if (event.repeat && ONCE.has(name)) return;
    actions[name]();
  };
  document.addEventListener("keydown", listen, true);
  return () => document.removeEventListener("keydown", listen, true);
}
