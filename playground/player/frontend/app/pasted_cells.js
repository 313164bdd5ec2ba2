// A paste into one of the page's grids: the grid takes what it can, and Python is told of what may not fit.
import { LONGEST_PASTE, mayNotFit } from "./pasted_cells.mjs";
/** @import { PastedCells } from "../shared/types" */

const EDITOR = /\bst-key-(training|test)_\d+\b/;
/** The lines of a grid that are no rows: its columns' names, and where a row is added. */
const NO_ROWS = 2;
/** Counted from 1, the first line being that of the names. */
const FIRST_ROW = 2;

/**
 * Tell of pastes into the grids that may not fit.
 * @param {(pasted: PastedCells) => void} tell
 * @returns {() => void} stops listening
 */
export function listenForPastedCells(tell) {
  const listen = (/** @type {ClipboardEvent} */ event) => {
    const grid = document.activeElement?.closest('[data-testid="stDataFrame"]');
    const table = EDITOR.exec(grid?.closest('[class*="st-key-t"]')?.className ?? "")?.[1];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!grid || !table) return;
    const { column, ...at } = selectedPlace(grid);
    const takesPastes = isSecureContext;
    if (!mayNotFit(text, { ...at, column: column.place, takesPastes })) return;
    const sent = text.length > LONGEST_PASTE ? "" : text;
    tell({ table, rows: at.rows, row: at.row, column: column.name, takes_pastes: takesPastes, text: sent });
  };
  document.addEventListener("paste", listen, true);
  return () => document.removeEventListener("paste", listen, true);
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
