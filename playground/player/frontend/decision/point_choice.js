// Which point of the decision picture is chosen: with a click, or with the arrow keys from row to row.

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class PointChoice {
  /** The points of the training rows. @type {HTMLElement[]} */
  #points = [];
  #choice;
  /** The point that is marked as the chosen row. */
  row = 0;

  /**
   * @param {HTMLElement} box the layer of the points
   * @param {(element: Element) => number | string | null} pointOf the row an element belongs to, if one
   * @param {{chosenRow(): number, selectRow(row: number): void}} choice
   */
  constructor(box, pointOf, choice) {
    this.#choice = choice;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Training rows in the picture");
    box.addEventListener("click", ({ target }) => {
      const point = target instanceof Element ? pointOf(target) : null;
      if (typeof point === "number") choice.selectRow(point);
    });
    box.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Show a row as the chosen one. @param {HTMLElement[]} points @param {number} row */
  mark(points, row) {
    this.#points = points;
    if (row !== this.row) press(points[this.row], false);
    press(points[row], true);
    this.row = row;
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    // The player has the same keys for other things.
    event.preventDefault();
    event.stopPropagation();
    const row = Math.min(this.#points.length - 1, Math.max(0, this.#choice.chosenRow() + step));
    this.#choice.selectRow(row);
    this.#points[row]?.focus();
  }
}

/** @param {HTMLElement | undefined} point @param {boolean} pressed */
function press(point, pressed) {
  // What is written anew costs a layout of the page, even if it is the same.
  if (!point || point.getAttribute("aria-pressed") === String(pressed)) return;
  point.setAttribute("aria-pressed", String(pressed));
  // One stop for the tab key; the arrow keys go from row to row.
  point.tabIndex = pressed ? 0 : -1;
}
