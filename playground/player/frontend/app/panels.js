// The parts of the player in the order in which they are read: a headline, the timeline, a sentence, pictures, tables, charts.
import { PANELS_OVER_CHARTS } from "../model/over_charts.mjs";
import { term } from "../glossary/term.js";
import { makeTableSlots } from "../stage/table_slots.js";
import { element } from "../shared/element.js";
/** @import { PanelOverCharts } from "../shared/types" */

/**
 * @typedef {{box: HTMLElement, head: HTMLElement, aside: HTMLElement, body: HTMLElement}} Panel
 * @typedef {"network" | "decision" | "code" | "loss" | "weights" | PanelOverCharts["name"]} PanelName
 */

/** Their titles, where they are words of the field the terms that they are. @type {[PanelName, string, string?][]} */
const PICTURES = [
  ["network", "Network", "network"],
  ["decision", "Output"],
  ["code", "As code"],
];
/** @type {[PanelName, string, string?][]} */
const CHARTS = [
  ["loss", "Loss", "loss"],
  ["weights", "Weights", "weight"],
];

/**
 * The player's root with its parts, all of them empty.
 *
 * `question` and `actions` are the two ends of the headline, `lesson` what stands in place of the question and under it; `top` is for the timeline, `story` for the sentence under it,
 * `notes` for what is unwise or wrong, `legend` for what the signs mean.
 * @param {HTMLElement} parent
 */
export function makePanels(parent) {
  const root = parent.appendChild(element("section", "player"));
  root.setAttribute("aria-label", "Player");
  const headline = root.appendChild(element("header", "headline"));
  const question = headline.appendChild(element("div", "question"));
  const lesson = { head: headline.appendChild(element("div", "lesson-head")), said: element("section", "lesson-said") };
  lesson.said.setAttribute("aria-label", "Lesson");
  const actions = headline.appendChild(element("div", "headline-actions"));
  root.append(lesson.said);
  const top = root.appendChild(element("div", "top"));
  const story = root.appendChild(element("div", "story"));
  const notes = root.appendChild(element("div", "notes"));
  notes.setAttribute("role", "status");
  const grid = root.appendChild(element("div", "grid"));
  const panels = /** @type {Record<PanelName, Panel>} */ ({});
  for (const [name, title, word] of PICTURES) panels[name] = makePanel(grid, name, titled(title, word));
  for (const { name, title, isTall } of PANELS_OVER_CHARTS) if (isTall) panels[name] = makePanel(grid, name, title, "over-charts is-tall");
  const column = grid.appendChild(element("div", "tables"));
  const tables = makeTableSlots(column);
  const legend = column.appendChild(element("section", "legend"));
  const charts = grid.appendChild(element("div", "charts"));
  for (const [name, title, word] of CHARTS) panels[name] = makePanel(charts, name, titled(title, word));
  for (const { name, title, isTall } of PANELS_OVER_CHARTS) if (!isTall) panels[name] = makePanel(charts, name, title, "over-charts");
  return { root, question, lesson, actions, top, story, notes, panels, tables, legend };
}

/** @param {string} title @param {string} [word] as the glossary has it */
const titled = (title, word) => (word ? term(word, title) : title);

/** @param {HTMLElement} grid @param {PanelName} name @param {string | Node} title @param {string} kind its further classes @returns {Panel} */
function makePanel(grid, name, title, kind = "") {
  const box = grid.appendChild(element("section", `panel panel-${name} ${kind}`));
  const head = box.appendChild(element("header", ""));
  const heading = head.appendChild(element("h3", "", title));
  heading.id = `player-${name}`;
  box.setAttribute("aria-labelledby", heading.id);
  return { box, head, aside: head.appendChild(element("span", "aside")), body: box.appendChild(element("div", "body")) };
}
