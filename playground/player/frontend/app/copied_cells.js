// What is copied out of a grid goes to the clipboard as its cells, and as nothing else: a grid would add what it held, and take that again in place of what was changed.
import { cellsOf, htmlOf, textForSpreadsheet } from "./copied_cells.mjs";
import { focusedGrid } from "./focused_grid.js";

/**
 * Have grids copy no more than one sees.
 * @returns {() => void} stops listening
 */
export function listenForCopiedCells() {
  const after = (/** @type {Event} */ event) => {
    const clipboard = event instanceof ClipboardEvent ? event.clipboardData : null;
    // The grid has copied, and not somebody in a cell that is open.
    if (!clipboard || !event.defaultPrevented || !focusedGrid()) return;
    // A grid ends no last line, and an empty one would be taken for an end.
    const cells = cellsOf(`${clipboard.getData("text/plain")}\n`);
    clipboard.setData("text/plain", textForSpreadsheet(cells));
    clipboard.setData("text/html", htmlOf(cells));
  };
  // Whoever listens last comes after the grid, which listens at the same place.
  const listen = (/** @type {Event} */ { type }) => {
    removeEventListener(type, after);
    addEventListener(type, after, { once: true });
  };
  const names = ["copy", "cut"];
  for (const name of names) document.addEventListener(name, listen, true);
  return () => {
    for (const name of names) {
      document.removeEventListener(name, listen, true);
      removeEventListener(name, after);
    }
  };
}
