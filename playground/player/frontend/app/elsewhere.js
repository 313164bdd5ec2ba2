// What somebody does on the page outside the player.

const EVENTS = ["keydown", "pointerdown", "pointerup", "paste"];

/**
 * Be told of every key and click outside an element.
 * @param {HTMLElement} root
 * @param {() => void} callback
 * @returns {() => void} stops listening
 */
export function listenElsewhere(root, callback) {
  const listen = (/** @type {Event} */ event) => {
    if (!root.contains(/** @type {Node | null} */ (event.target))) callback();
  };
  for (const event of EVENTS) document.addEventListener(event, listen, true);
  return () => {
    for (const event of EVENTS) document.removeEventListener(event, listen, true);
  };
}
