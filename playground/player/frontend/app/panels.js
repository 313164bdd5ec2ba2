// The parts of the player in the order in which they are read: a headline, the timeline, a sentence, pictures, tables, charts.
import { makeTableSlots } from "../stage/table_slots.js";

/**
 * @typedef {{box: HTMLElement, head: HTMLElement, aside: HTMLElement, body: HTMLElement}} Panel
 * @typedef {"network" | "decision" | "curve" | "loss" | "weights"} PanelName
 */

/** @type {[PanelName, string][]} */
const PICTURES = [
  ["network", "Network"],
  ["decision", "Output"],
];
/** @type {[PanelName, string][]} */
const CHARTS = [
  ["loss", "Loss"],
  ["weights", "Weights"],
  ["curve", "Neuron"],
];

/**
 * The player's root with its parts, all of them empty.
 *
 * `question` and `actions` are the two ends of the headline; `top` is for the timeline, `story` for the sentence under it,
 * `notes` for what is unwise or wrong, `legend` for what the signs mean.
 * @param {HTMLElement} parent
 */
export function makePanels(parent) {
  const root = make(parent, "section", "player");
  root.setAttribute("aria-label", "Player");
  const headline = make(root, "header", "headline");
  const question = make(headline, "div", "question");
  const actions = make(headline, "div", "headline-actions");
  const top = make(root, "div", "top");
  const story = make(root, "div", "story");
  const notes = make(root, "div", "notes");
  notes.setAttribute("role", "status");
  const grid = make(root, "div", "grid");
  const panels = /** @type {Record<PanelName, Panel>} */ ({});
  for (const [name, title] of PICTURES) panels[name] = makePanel(grid, name, title);
  const column = make(grid, "div", "tables");
  const tables = makeTableSlots(column);
  const legend = make(column, "section", "legend");
  const charts = make(grid, "div", "charts");
  for (const [name, title] of CHARTS) panels[name] = makePanel(charts, name, title);
  return { root, question, actions, top, story, notes, panels, tables, legend };
}

/** @param {HTMLElement} grid @param {PanelName} name @param {string} title @returns {Panel} */
function makePanel(grid, name, title) {
  const box = make(grid, "section", `panel panel-${name}`);
  const head = make(box, "header", "");
  const heading = make(head, "h3", "");
  heading.textContent = title;
  heading.id = `player-${name}`;
  box.setAttribute("aria-labelledby", heading.id);
  return { box, head, aside: make(head, "span", "aside"), body: make(box, "div", "body") };
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {HTMLElement} parent @param {Tag} tag @param {string} name its class
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(parent, tag, name) {
  const made = parent.appendChild(document.createElement(tag));
  made.className = name;
  return made;
}
