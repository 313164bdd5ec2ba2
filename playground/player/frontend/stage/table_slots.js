// Where the page's tables stand among the player's parts: a reserved place for each, the answers beside it, and tabs.
import { element } from "../shared/element.js";
import { addTab, makeTabList, markTab } from "../shared/tab_list.js";
import { keptTable } from "./kept_table.js";

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
  const tabs = box.appendChild(makeTabList("table-tabs", "Tables"));
  const choose = (/** @type {TableName} */ name) => {
    box.dataset.table = name;
    keptTable.keep(name);
    for (const [other, { tab }] of Object.entries(slots)) markTab(tab, other === name);
  };
  const slots = /** @type {TableSlots} */ (
    Object.fromEntries(TABLES.map(([name, title, purpose]) => {
      const tab = addTab(tabs, "bare-button table-tab", title, () => choose(name));
      return [name, makeSlot(box, tab, name, title, purpose)];
    }))
  );
  choose(keptTable.name);
  return slots;
}

/**
 * @param {HTMLElement} box @param {HTMLButtonElement} tab @param {TableName} name @param {string} title @param {string} purpose
 * @returns {TableSlot}
 */
function makeSlot(box, tab, name, title, purpose) {
  tab.id = `player-tab-${name}`;
  const slot = box.appendChild(element("section", `table-slot table-slot-${name}`));
  tab.setAttribute("aria-controls", `player-table-${name}`);
  const head = slot.appendChild(element("header", "", element("h3", "", title)));
  const unfold = purpose ? button(head, "quiet bare-button unfold", purpose) : null;
  unfold?.addEventListener("click", () => slot.classList.add("is-wanted"));
  const answers = element("div", "answers");
  const place = slot.appendChild(element("div", "table-place", answers));
  return { box: slot, head, place, answers, tab, unfold };
}

/** @param {HTMLElement} parent @param {string} className @param {string} text */
function button(parent, className, text) {
  return Object.assign(parent.appendChild(element("button", className, text)), { type: /** @type {const} */ ("button") });
}
