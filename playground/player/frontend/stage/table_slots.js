// Where the page's tables stand among the player's parts: a reserved place for each, the answers beside it, and tabs.
import { element } from "../shared/element.js";

/**
 * @typedef {"training" | "test" | "situation"} TableName
 * @typedef {object} TableSlot
 * @property {HTMLElement} box
 * @property {HTMLElement} place reserved for what Streamlit draws; as high as that is
 * @property {HTMLElement} answers beside the editor, from its upper edge on
 * @property {HTMLElement} head shown where there is room for all tables; of a table that is shown its title covers it
 * @property {HTMLButtonElement} tab chooses it where there is room for one table; it names what it controls
 * @property {HTMLButtonElement | null} unfold shows an empty table where there is room for all
 * @typedef {Record<TableName, TableSlot>} TableSlots
 */

/** @type {[TableName, string, string][]} the name, and what an empty table is for */
const TABLES = [
  ["training", "Training table", ""],
  ["test", "Test table", "Add rows that the network never learns from"],
  ["situation", "New situation", "Ask about a row of your own"],
];

/**
 * @param {HTMLElement} box
 * @returns {TableSlots}
 */
export function makeTableSlots(box) {
  box.dataset.table = "training";
  const tabs = box.appendChild(element("div", "table-tabs"));
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", "Tables");
  const slots = /** @type {TableSlots} */ (
    Object.fromEntries(TABLES.map(([name, title, purpose]) => [name, makeSlot(box, tabs, name, title, purpose)]))
  );
  const choose = (/** @type {TableName} */ name) => {
    box.dataset.table = name;
    for (const [other, { tab }] of Object.entries(slots)) {
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
    }
  };
  for (const [name] of TABLES) slots[name].tab.addEventListener("click", () => choose(name));
  tabs.addEventListener("keydown", (event) => walk(event, tabs));
  choose("training");
  return slots;
}

/**
 * @param {HTMLElement} box @param {HTMLElement} tabs @param {TableName} name @param {string} title @param {string} purpose
 * @returns {TableSlot}
 */
function makeSlot(box, tabs, name, title, purpose) {
  const tab = button(tabs, "table-tab", title);
  tab.setAttribute("role", "tab");
  tab.id = `player-tab-${name}`;
  const slot = box.appendChild(element("section", `table-slot table-slot-${name}`));
  tab.setAttribute("aria-controls", `player-table-${name}`);
  const head = slot.appendChild(element("header", "", element("h3", "", title)));
  const unfold = purpose ? button(head, "quiet unfold", purpose) : null;
  unfold?.addEventListener("click", () => slot.classList.add("is-wanted"));
  const answers = element("div", "answers");
  const place = slot.appendChild(element("div", "table-place", answers));
  return { box: slot, head, place, answers, tab, unfold };
}

/** @param {HTMLElement} parent @param {string} className @param {string} text */
function button(parent, className, text) {
  return Object.assign(parent.appendChild(element("button", className, text)), { type: /** @type {const} */ ("button") });
}

/** @param {KeyboardEvent} event @param {HTMLElement} tabs */
function walk(event, tabs) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  // The player's own keys must not move the play-head as well.
  event.preventDefault();
  event.stopPropagation();
  const all = /** @type {HTMLElement[]} */ ([...tabs.children]);
  const at = all.findIndex((tab) => tab === event.target);
  const next = all[(at + step + all.length) % all.length];
  next.click();
  next.focus();
}
