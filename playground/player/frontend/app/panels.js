// The parts of the player and where they stand: a heading, something small beside it, and a body.

const PICTURES = [
  ["network", "Network"],
  ["rows", "Rows"],
  ["decision", "Output"],
  ["curve", "Neuron"],
];
const CHARTS = [
  ["loss", "Loss"],
  ["weights", "Weights"],
];

/**
 * @param {HTMLElement} parent
 * @returns {{root: HTMLElement, top: HTMLElement, notes: HTMLElement,
 *   panels: Record<string, {box: HTMLElement, head: HTMLElement, aside: HTMLElement, body: HTMLElement}>}}
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
  const panelsIn = (place, names) => names.map(([name, title]) => [name, makePanel(place, name, title)]);
  const pictures = panelsIn(grid, PICTURES);
  const charts = grid.appendChild(document.createElement("div"));
  charts.className = "charts";
  const panels = Object.fromEntries([...pictures, ...panelsIn(charts, CHARTS)]);
  return { root, top, notes, panels };
}

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
