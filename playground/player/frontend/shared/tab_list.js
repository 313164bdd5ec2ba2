// Tabs of which one is chosen: by a press, or by the arrow that leads to it, which then moves nothing else.
import { element } from "./element.js";

/** The step that a key makes. @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/** @param {string} className @param {string} label @returns {HTMLDivElement} */
export function makeTabList(className, label) {
  const list = element("div", className);
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", label);
  list.addEventListener("keydown", (event) => walk(event, list));
  return list;
}

/** Another tab at the end of a list. @param {HTMLElement} list @param {string} className @param {string} title @param {() => void} choose */
export function addTab(list, className, title, choose) {
  const tab = list.appendChild(element("button", className, title));
  tab.type = "button";
  tab.setAttribute("role", "tab");
  tab.addEventListener("click", choose);
  return tab;
}

/** Say whether a tab is the chosen one, which alone is reached with Tab. @param {HTMLElement} tab @param {boolean} isChosen */
export function markTab(tab, isChosen) {
  tab.setAttribute("aria-selected", String(isChosen));
  tab.tabIndex = isChosen ? 0 : -1;
}

/** @param {KeyboardEvent} event @param {HTMLElement} list */
function walk(event, list) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  // The player's own keys must not move the play-head as well.
  event.preventDefault();
  event.stopPropagation();
  const tabs = /** @type {HTMLElement[]} */ ([...list.children]);
  const at = tabs.findIndex((tab) => tab === event.target);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  next.click();
  // Where the list has gone with what it chose between, the focus has gone on already.
  next.focus();
}
