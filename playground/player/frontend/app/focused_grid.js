// The grid in which somebody is at work; a cell of it that is open is none.

/** @returns {Element | null} */
export function focusedGrid() {
  return document.activeElement?.closest('[data-testid="stDataFrame"]') ?? null;
}
