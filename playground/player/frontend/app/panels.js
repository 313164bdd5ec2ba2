// The parts of the player and where they stand: a heading, something small beside it, and a body.

/**
 * @typedef {{box: HTMLElement, head: HTMLElement, aside: HTMLElement, body: HTMLElement}} Panel
 * @typedef {"network" | "rows" | "decision" | "curve" | "loss" | "weights"} PanelName
 */

/** @type {[PanelName, string][]} */
const PICTURES = [
  ["network", "Network"],
  ["rows", "Rows"],
  ["decision", "Output"],
  ["curve", "Neuron"],
];
/** @type {[PanelName, string][]} */
const CHARTS = [
  ["loss", "Loss"],
  ["weights", "Weights"],
];

/**
 * @param {HTMLElement} parent
 * @returns {{root: HTMLElement, top: HTMLElement, notes: HTMLElement, panels: Record<PanelName, Panel>}}
 */
export function makePanels(parent) {
  const root = parent.appendChild(document.createElement("section"));
  root.className = "player";
  root.setAttribute("aria-label", "Player");
  const top = root.appendChild(document.createElement("div"));
  top.className = "top";
  const notes = root.appendChild(document.createElement("div"));
  notes.className = "notes";
  notes.setAttribute("role", "status");
  const grid = root.appendChild(document.createElement("div"));
  grid.className = "grid";
  const panels = /** @type {Record<PanelName, Panel>} */ ({});
  for (const [name, title] of PICTURES) panels[name] = makePanel(grid, name, title);
  const charts = grid.appendChild(document.createElement("div"));
  charts.className = "charts";
  for (const [name, title] of CHARTS) panels[name] = makePanel(charts, name, title);
  return { root, top, notes, panels };
}

/** @param {HTMLElement} grid @param {PanelName} name @param {string} title @returns {Panel} */
function makePanel(grid, name, title) {
  const box = grid.appendChild(document.createElement("section"));
  box.className = `panel panel-${name}`;
  const head = box.appendChild(document.createElement("header"));
  const heading = head.appendChild(document.createElement("h3"));
  heading.textContent = title;
  heading.id = `player-${name}`;
  box.setAttribute("aria-labelledby", heading.id);
  const aside = head.appendChild(document.createElement("span"));
  aside.className = "aside";
  const body = box.appendChild(document.createElement("div"));
  body.className = "body";
  return { box, head, aside, body };
}
