// A paste into one of the page's grids: the grid is given the text in the clipboard, and Python is told of what may not fit.
import { cellsOf, textForGrid } from "./copied_cells.mjs";
import { focusedGrid } from "./focused_grid.js";
import { LONGEST_PASTE, mayNotFit } from "./pasted_cells.mjs";
/** @import { PastedCells } from "../shared/types" */

/** As in playground/hears_pastes.py. */
const PASTED = "playground-pasted";
const EDITOR = /\bst-key-(training|test)_\d+\b/;
/** The lines of a grid that are no rows: its columns' names, and where a row is added. */
const NO_ROWS = 2;
/** Counted from 1, the first line being that of the names. */
const FIRST_ROW = 2;

/**
 * Have grids take pasted texts, and tell of those that may not fit.
 * @param {(pasted: PastedCells) => void} tell
 * @returns {() => void} stops listening
 */
export function listenForPastedCells(tell) {
  const listen = (/** @type {CustomEvent<ClipboardEvent>} */ { detail: event }) => {
    const grid = focusedGrid();
    if (!grid) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    handToGrid(event, text);
    const table = EDITOR.exec(grid.closest('[class*="st-key-t"]')?.className ?? "")?.[1];
    if (!table) return;
    const { column, ...at } = selectedPlace(grid);
    if (!mayNotFit(text, { ...at, column: column.place })) return;
    const sent = text.length > LONGEST_PASTE ? "" : text;
    tell({ table, rows: at.rows, row: at.row, column: column.name, text: sent });
  };
  const untyped = /** @type {EventListener} */ (/** @type {unknown} */ (listen));
  addEventListener(PASTED, untyped);
  return () => removeEventListener(PASTED, untyped);
}

/**
 * A grid asks the browser for the clipboard: that takes https and a permission, and brings numbers that are rounded, or that stood
 * there before somebody changed them. Where the browser has none it takes what comes with the paste.
 * @param {ClipboardEvent} event that it has not heard of yet
 * @param {string} text
 */
function handToGrid(event, text) {
  if (text) {
    const given = new DataTransfer();
    given.setData("text/plain", textForGrid(cellsOf(text)));
    Object.defineProperty(event, "clipboardData", { value: given });
  }
  Object.defineProperty(navigator, "clipboard", { value: {}, configurable: true });
  setTimeout(() => Reflect.deleteProperty(navigator, "clipboard"));
}

/** What a grid tells screen readers, since its cells are drawn; of what it has scrolled out of sight it tells nothing. @param {Element} grid */
function selectedPlace(grid) {
  const table = grid.querySelector('[role="grid"]');
  const selected = grid.querySelector('td[aria-selected="true"]');
  const line = selected?.parentElement;
  const number = selected?.getAttribute("aria-colindex");
  const head = number ? grid.querySelector(`th[aria-colindex="${number}"]`) : null;
  return {
    columns: Number(table?.getAttribute("aria-colcount")),
    rows: Math.max(0, Number(table?.getAttribute("aria-rowcount")) - NO_ROWS),
    row: line ? Number(line.getAttribute("aria-rowindex")) - FIRST_ROW : null,
    column: { place: head ? Number(number) - 1 : null, name: head?.textContent ?? "" },
  };
}
