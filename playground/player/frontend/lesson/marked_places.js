// Where the parts are that a scene has marked: the boxes of rows, numbers, neurons, pictures and settings on the page.
/** @import { MarkedPart } from "../shared/types" */

/** Parts that are there once. @type {Record<string, string>} */
const PLACES = {
  network: ".panel-network",
  output: ".panel-decision",
  "loss chart": ".panel-loss",
  "weights chart": ".panel-weights",
  "training table": ".table-slot-training",
  "test table": ".table-slot-test",
  "new situation": ".table-slot-situation",
  time: ".way",
  sentence: ".story",
  // Its lines: its head stands close below the numbers of the picture above it.
  "worked example": ".panel-worked .worked-lines",
};

/** The lists of answers that rows of a table stand in. */
const ROWS = { row: ".rows-of-train", "test row": ".rows-of-test" };

/**
 * The box of a marked part in the player.
 * @param {HTMLElement} root the player's @param {MarkedPart} part
 * @returns {DOMRect | null} null where it is not to be seen
 */
export function placeOf(root, part) {
  const found = elementOf(root, part);
  const seen = found?.checkVisibility() ? found.getBoundingClientRect() : null;
  if (!seen || seen.width === 0) return null;
  if (part.part !== "row" && part.part !== "test row") return seen;
  // A row is read from its first cell to its answer.
  const slot = found?.closest(".table-slot")?.getBoundingClientRect();
  return slot ? new DOMRect(slot.left, seen.top, seen.right - slot.left, seen.height) : seen;
}

/** The tab of the table that a marked part is in. @param {HTMLElement} root @param {MarkedPart} part @returns {HTMLElement | null} */
export function tabOf(root, { part }) {
  const names = /** @type {Record<string, string>} */ ({
    row: "training", "training table": "training", "test row": "test", "test table": "test", "new situation": "situation",
  });
  return part in names ? tab(root, names[part]) : null;
}

/** The tab in front at first. @param {HTMLElement} root */
export const trainingTab = (root) => tab(root, "training");

/** Whether a whole part of the page is marked, and not something in one. @param {MarkedPart} part */
export const isPart = ({ part }) => part in PLACES;

/** The field of a setting that is marked, with its label. @param {MarkedPart} part @returns {Element | null} */
export function settingOf(part) {
  if (part.part !== "setting") return null;
  const field = document.querySelector(`section[data-testid=stSidebar] [aria-label="${CSS.escape(part.label)}"]`);
  return field?.closest("[data-testid=stElementContainer]") ?? null;
}

/** @param {HTMLElement} root @param {string} name @returns {HTMLElement | null} */
const tab = (root, name) => root.querySelector(`#player-tab-${name}`);

/** What is marked in the player. @param {HTMLElement} root @param {MarkedPart} part @returns {Element | null} */
export function elementOf(root, part) {
  switch (part.part) {
    case "row":
    case "test row":
      return root.querySelectorAll(`${ROWS[part.part]} .rows-item`)[part.row] ?? null;
    case "weight": {
      const edge = root.querySelector(`.edge[data-parameter="${part.parameter}"]`);
      const number = edge && root.querySelector(`.network [data-edge="${edge.getAttribute("data-edge")}"]:not(.edge) .box`);
      return number ?? root.querySelector(PLACES.network);
    }
    case "neuron":
      return root.querySelector(`.node[data-layer="${part.layer}"][data-index="${part.index}"] circle`);
    case "setting":
      return null;
    default:
      return root.querySelector(PLACES[part.part]);
  }
}
