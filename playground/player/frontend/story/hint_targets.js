// What hints point at, where it is on the page, and what is to be read or pressed around it.
import { meets } from "./hint_place.mjs";
import { headHeight, LINE_HEIGHT, lineTop } from "../rows/line_places.mjs";
import { HINTS } from "./hints.mjs";
/**
 * @import { Box } from "./hint_place.mjs"
 * @import { HintName } from "./hints.mjs"
 */

/** The last column ends where the editor ends; so much of it is pointed at. */
const CELL = 56;
/** Pixels from one box along a line to the next, and on both sides of the line. */
const APART = 10;
const BESIDE = 4;

/** A row's line in a list of answers. */
const LINE = ".rows-item";

/** What can be pressed, but for edges, whose boxes are mostly empty; `.box` is that of a number on an edge. */
const PRESSED = "button, select, input, circle, .box, [role=slider]";

/** @param {HTMLElement} root the player's @param {HintName} name @param {number} rows of the training table @returns {Box | null} */
export function targetOf(root, name, rows) {
  if (name === "cell") return cellOf(root, rows);
  const found = root.querySelector(`[data-hint="${name}"]`);
  return found && isSeen(found) ? boxOf(found.querySelector(".box") ?? found) : null;
}

/**
 * The part of the page that a hint belongs to.
 * @param {HTMLElement} root @param {HintName} name @returns {Box | null}
 */
export function boundsOf(root, name) {
  const selectors = { weight: ".panel-network", point: ".panel-decision", cell: ".tables" };
  const found = root.querySelector(selectors[name]);
  return found && isSeen(found) ? boxOf(found) : null;
}

/**
 * Every text and everything that can be pressed in the player, and the cells of the training table, as far as a note reaches.
 * @param {HTMLElement} root @param {number} rows @param {Box} reach
 * @returns {{box: Box, of: HintName | null}[]} `of` the hint that points at it
 */
export function obstaclesIn(root, rows, reach) {
  const found = [...textsIn(root, reach), ...pressedIn(root, reach)];
  const cells = editorOf(root)?.getBoundingClientRect();
  const cell = cellOf(root, rows);
  if (cells && cell) {
    const { left, top, right } = cells;
    found.push({ box: { left, top, right, bottom: cell.top }, of: null }, { box: { ...cell, left, right: cell.left }, of: null });
  }
  const lines = boxesAlong(root.querySelectorAll(".edge .line, .decision-line")).map((box) => ({ box, of: null }));
  return [...found, ...lines].filter(({ box }) => box.right > box.left && box.bottom > box.top);
}

/** @param {HTMLElement} root @param {Box} reach */
function textsIn(root, reach) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Element) return isFarLine(node, reach) || node.matches(".hints") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return node.nodeValue?.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  const range = document.createRange();
  const found = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = /** @type {Element} */ (node.parentElement);
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => meets(box, reach));
    if (!boxes.length || !isVisible(parent) || isClipped(parent, root)) continue;
    for (const box of boxes) found.push({ box, of: hintOf(parent) });
  }
  return found;
}

/** @param {HTMLElement} root @param {Box} reach */
function pressedIn(root, reach) {
  const found = [];
  for (const element of root.querySelectorAll(PRESSED)) {
    const line = element.closest(LINE);
    if (element.closest(".hints") || (line && isFarLine(line, reach))) continue;
    const box = boxOf(element);
    if (meets(box, reach) && isVisible(element)) found.push({ box, of: hintOf(element) });
  }
  return found;
}

/**
 * Whether it is a row's line that a note does not reach. The browser has laid out nothing inside of it as long as it is out of
 * sight, and would for each question about it: of a thousand lines that takes seconds.
 * @param {Element} element @param {Box} reach
 */
const isFarLine = (element, reach) => element.matches(LINE) && !meets(boxOf(element), reach);

/** Small boxes along lines, whose own boxes are mostly empty. @param {NodeListOf<Element>} lines @returns {Box[]} */
function boxesAlong(lines) {
  return [...lines].flatMap((line) => {
    const toScreen = line instanceof SVGPathElement && isSeen(line) ? line.getScreenCTM() : null;
    if (!toScreen) return [];
    const path = /** @type {SVGPathElement} */ (line);
    return Array.from({ length: Math.ceil(path.getTotalLength() / APART) }, (_, i) => {
      const { x, y } = path.getPointAtLength(i * APART).matrixTransform(toScreen);
      return { left: x - BESIDE, top: y - BESIDE, right: x + BESIDE, bottom: y + BESIDE };
    });
  });
}

/** @param {Element} element @returns {HintName | null} */
function hintOf(element) {
  const name = element.closest("[data-hint]")?.getAttribute("data-hint");
  return HINTS.find(([hint]) => hint === name)?.[0] ?? null;
}

/** The target of the last row. @param {HTMLElement} root @param {number} rows @returns {Box | null} */
function cellOf(root, rows) {
  const editor = editorOf(root);
  if (!editor || !isSeen(editor) || rows === 0) return null;
  const { right, top, height } = editor.getBoundingClientRect();
  const bottom = top + lineTop(headHeight(height), rows + 1);
  return bottom > top + height ? null : { left: right - CELL, top: bottom - LINE_HEIGHT, right: right - 4, bottom };
}

/** @param {HTMLElement} root */
function editorOf(root) {
  return root.closest(".st-key-stage")?.querySelector('.st-key-training [data-testid="stDataFrame"]') ?? null;
}

/** @param {Element} element */
const isSeen = (element) => element.getClientRects().length > 0;

/** @param {Element} element */
const isVisible = (element) => element.checkVisibility({ visibilityProperty: true });

/** Whether it is there only to be heard. @param {Element} element @param {Element} root */
function isClipped(element, root) {
  for (let around = /** @type {Element | null} */ (element); around && around !== root; around = around.parentElement) {
    if (getComputedStyle(around).clipPath === "inset(50%)") return true;
  }
  return false;
}

/** @param {Element} element @returns {Box} */
function boxOf(element) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}
