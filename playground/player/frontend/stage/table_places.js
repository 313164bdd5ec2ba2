// Lays the page's tables, which Streamlit draws, over the places that the player has reserved for them.
//
// Streamlit's elements cannot be moved into the player: React would lose them. They stay where they are, are put over their
// place, and the place becomes as high as they are.
import { leastBeside } from "../rows/line_layout.mjs";
import { isReplaced, rowsInSight } from "./rows_in_sight.mjs";
/**
 * @import { Description, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { TableName, TableSlots } from "./table_slots.js"
 */

/** An editor that is just being put up has no columns yet and is this narrow; what is measured then says nothing. */
const NARROWEST_EDITOR = 80;
/** In a narrower place the tabs and what is done to a table fill the line above it, in px. */
const WIDE_ENOUGH = 540;
/** With less room than this beside the editor the answers stand below it, in px. */
const NARROWEST_ANSWERS = 96;
/** In a player narrower than this one part stands below the other, in px: there several outputs are not scrolled to. */
const ONE_BELOW_THE_OTHER = 700;

/** What scrolls in an editor whose columns have no room. */
const SCROLLED = ".dvn-scroller";

/** @typedef {{name: TableName, element: HTMLElement, frame: Element | null}} Found */

/** @implements {View} */
export class TablePlaces {
  #root;
  #store;
  #slots;
  /** @type {Element | null} */
  #stage = null;
  /** @type {Description | null} */
  #run = null;
  /** The number of what was opened last. @type {number | null} */
  #opened = null;
  /** How much room the answers want beside the editor, in px. */
  #least = NARROWEST_ANSWERS;
  /** @type {Found[]} */
  #tables = [];
  #sizes = new ResizeObserver(() => this.#lay());
  #changes = new MutationObserver((records) => this.#changed(records));
  #scrolls = (/** @type {Event} */ { target }) => this.#scrolled(target);

  /** @param {HTMLElement} root the player's @param {Store} store @param {TableSlots} slots */
  constructor(root, store, slots) {
    this.#root = root;
    this.#store = store;
    this.#slots = slots;
    for (const name of /** @type {TableName[]} */ (Object.keys(slots))) {
      const { tab, unfold } = slots[name];
      tab.addEventListener("click", () => this.#lay());
      unfold?.addEventListener("click", () => {
        this.#lay();
        this.#goInto(name);
      });
    }
  }

  /** @param {Description} run */
  arrange(run) {
    const { situation, isStale, header } = this.#store;
    const isOpened = this.#leaveRoomFor(run);
    const empty = [this.#fold("test", run.test === null), this.#fold("situation", situation === null)];
    if (isOpened) this.#leaveOtherTables();
    for (const { answers } of Object.values(this.#slots)) {
      answers.classList.toggle("is-stale", isStale);
      answers.classList.toggle("is-of-another", isStale && Boolean(header?.is_another_table));
    }
    // What Streamlit changes is observed; while a run plays nothing is looked for.
    if (run !== this.#run || !this.#stage?.isConnected) this.#find();
    this.#run = run;
    const least = Math.max(NARROWEST_ANSWERS, run.classes ? 0 : leastBeside(run.target_names.length));
    const wantsOther = least !== this.#least;
    this.#least = least;
    // A table that is folded, or unfolds, moves those below it.
    if (wantsOther || empty.some((isAnother) => isAnother)) this.#lay();
  }

  /** @param {Description} run @returns {boolean} whether something else was opened than was there */
  #leaveRoomFor(run) {
    const opened = this.#store.header?.opened ?? null;
    const isFirst = this.#opened === null;
    const isOpened = opened !== this.#opened;
    this.#opened = opened;
    if (isOpened || (run !== this.#run && isReplaced(this.#run, run))) this.#root.style.setProperty("--rows-in-sight", String(rowsInSight(run)));
    return isOpened && !isFirst;
  }

  /** Of what is opened nobody has chosen a table: only a scene of a lesson shows another one than the training table, if it has rows. */
  #leaveOtherTables() {
    const { training, ...others } = this.#slots;
    const chosen = Object.values(others).find(({ tab }) => tab.getAttribute("aria-selected") === "true");
    if (chosen && (this.#store.lesson === null || chosen.box.classList.contains("is-empty"))) training.tab.click();
  }

  /** @param {TableName} name @param {boolean} isEmpty @returns {boolean} whether it was not before, or was */
  #fold(name, isEmpty) {
    const { classList } = this.#slots[name].box;
    const isAnother = classList.contains("is-empty") !== isEmpty;
    classList.toggle("is-empty", isEmpty);
    return isAnother;
  }

  /** The keyboard goes on in the table whose tab is chosen. */
  goIntoTable() {
    const names = /** @type {TableName[]} */ (Object.keys(this.#slots));
    this.#goInto(names.find((name) => this.#slots[name].tab.getAttribute("aria-selected") === "true") ?? "training");
  }

  /** What has unfolded a table goes with that: who has pressed it goes on in the table. @param {TableName} name */
  #goInto(name) {
    const { box } = this.#slots[name];
    const frame = this.#tables.find((table) => table.name === name)?.frame;
    const cells = frame?.querySelector("canvas[tabindex]") ?? box;
    box.tabIndex = -1;
    /** @type {HTMLElement} */ (cells).focus({ preventScroll: true });
  }

  draw() {}

  remove() {
    this.#sizes.disconnect();
    this.#leaveStage();
  }

  #leaveStage() {
    this.#changes.disconnect();
    this.#stage?.removeEventListener("scroll", this.#scrolls, { capture: true });
  }

  /** The names over an editor's columns go along with these. @param {EventTarget | null} target */
  #scrolled(target) {
    if (!(target instanceof Element) || !target.matches(SCROLLED)) return;
    const table = this.#tables.find(({ element }) => element.contains(target));
    table?.element.style.setProperty("--scrolled", String(target.scrollLeft));
  }

  /** Another stage whenever Streamlit has put the player elsewhere, and another frame with every new editor. */
  #find() {
    const stage = this.#root.closest(".st-key-stage");
    if (stage !== this.#stage) {
      this.#leaveStage();
      if (stage) this.#changes.observe(stage, { childList: true, subtree: true });
      stage?.addEventListener("scroll", this.#scrolls, { capture: true, passive: true });
    }
    this.#stage = stage;
    const found = this.#tablesOf(stage);
    const isSame = found.length === this.#tables.length && found.every(({ element, frame }, place) => {
      return element === this.#tables[place].element && frame === this.#tables[place].frame;
    });
    if (isSame) return;
    this.#tables = found;
    this.#sizes.disconnect();
    this.#sizes.observe(this.#root);
    // A picture that becomes higher above them moves them, though the page may stay as high as it was.
    for (const part of this.#root.querySelectorAll(".grid, .grid > *")) this.#sizes.observe(part);
    // Counts that stand open under a table move those below it.
    for (const { box } of Object.values(this.#slots)) this.#sizes.observe(box);
    for (const { element, frame } of found) for (const part of [element, frame]) if (part) this.#sizes.observe(part);
    this.#lay();
  }

  /** @param {Element | null} stage @returns {Found[]} */
  #tablesOf(stage) {
    const names = /** @type {TableName[]} */ (Object.keys(this.#slots));
    return names.flatMap((name) => {
      const element = stage?.querySelector(`.st-key-${name}`);
      if (!(element instanceof HTMLElement)) return [];
      return [{ name, element, frame: element.querySelector('[data-testid="stDataFrame"]') }];
    });
  }

  /** @param {MutationRecord[]} records */
  #changed(records) {
    // What the player itself writes is no change of the tables.
    if (records.some(({ target }) => !this.#root.contains(target))) this.#find();
  }

  /** A place that becomes higher moves those below it, though the page around them may stay as high as it was. */
  #lay() {
    if (this.#layOnce()) this.#layOnce();
  }

  /**
   * First all is measured, then all is written: else each table would have the page laid out once more.
   * @returns {boolean} whether a place has another height now, or its answers stand elsewhere
   */
  #layOnce() {
    const measured = this.#tables.map((table) => this.measure(table));
    let isAnother = false;
    for (const table of measured) {
      const { element, isShown } = table;
      element.style.display = isShown ? "" : "none";
      if (isShown && put(table)) isAnother = true;
    }
    const heights = measured.map(({ element }) => element.offsetHeight);
    measured.forEach(({ place, isShown }, at) => {
      const height = `${heights[at]}px`;
      if (!isShown || place.style.getPropertyValue("--table") === height) return;
      place.style.setProperty("--table", height);
      isAnother = true;
    });
    return isAnother;
  }

  /** @param {Found} table */
  measure({ name, element, frame }) {
    const { place, tab, head } = this.#slots[name];
    const isTitled = head.getClientRects().length > 0;
    const origin = (element.offsetParent ?? this.#stage ?? element).getBoundingClientRect();
    const { left, top, width } = place.getBoundingClientRect();
    const isShown = place.getClientRects().length > 0;
    const { width: editor, height } = frame?.getBoundingClientRect() ?? { width: 0, height: 0 };
    const scrolled = frame?.querySelector(SCROLLED)?.scrollLeft ?? 0;
    const least = this.#root.clientWidth < ONE_BELOW_THE_OTHER ? this.#least : NARROWEST_ANSWERS;
    return { element, place, tab, isTitled, isShown, left: left - origin.left, top: top - origin.top, width, editor, height, scrolled, least };
  }
}

/** @param {ReturnType<TablePlaces["measure"]>} table @returns {boolean} whether its answers stand elsewhere than before */
function put({ element, place, tab, isTitled, left, top, width, editor, height, scrolled, least }) {
  Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
  element.style.setProperty("--place", `${width}px`);
  element.dataset.placed = "";
  element.toggleAttribute("data-titled", isTitled);
  label(element, tab, isTitled);
  if (editor < NARROWEST_EDITOR) return false;
  for (const { style } of [place, element]) {
    style.setProperty("--editor", `${editor}px`);
    style.setProperty("--editor-height", `${height}px`);
  }
  const wereBelow = place.classList.contains("has-answers-below");
  const areBelow = place.classList.toggle("has-answers-below", width - editor < least);
  element.style.setProperty("--scrolled", String(scrolled));
  element.toggleAttribute("data-narrow", width < WIDE_ENOUGH);
  return areBelow !== wereBelow;
}

/** A table that a tab has chosen is named by it; else it has a title of its own. @param {HTMLElement} element @param {HTMLElement} tab @param {boolean} isTitled */
function label(element, tab, isTitled) {
  element.id = tab.getAttribute("aria-controls") ?? "";
  if (isTitled) for (const attribute of ["role", "aria-labelledby"]) element.removeAttribute(attribute);
  else Object.entries({ role: "tabpanel", "aria-labelledby": tab.id }).forEach(([attribute, value]) => element.setAttribute(attribute, value));
}
