// What the points of the decision picture are made of: their shapes and what the style sheet calls them.

import { NO_CLASS, targetClass } from "../model/classes.mjs";
import { SITUATION_MARK, markOf } from "./decision_shapes.mjs";
/** @import { Classes } from "../model/classes.mjs" */

/**
 * A training row, which can be chosen and dragged.
 * @param {Classes | null} classes @param {number[]} targets @param {number} number what the row is called
 */
export function trainPoint(classes, targets, number) {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.innerHTML = markOf(targetClass(classes, targets));
  button.append(nameBeside(String(number)));
  button.className = `decision-point ${classNameOf(classes, targets)}`;
  return button;
}

/** @param {Classes | null} classes @param {number[]} targets */
export function testPoint(classes, targets) {
  return pointOf(markOf(targetClass(classes, targets)), `is-test ${classNameOf(classes, targets)}`);
}

/** What stands beside the point of the new situation. */
export const SITUATION_NAME = "new situation";

/** The row that is asked about. */
export function situationPoint() {
  const point = pointOf(SITUATION_MARK, "is-situation");
  point.append(nameBeside(SITUATION_NAME));
  return point;
}

/** @param {string} name */
function nameBeside(name) {
  const label = document.createElement("span");
  label.className = "decision-number";
  label.textContent = name;
  return label;
}

/** @param {string} mark as SVG @param {string} className */
function pointOf(mark, className) {
  const point = document.createElement("span");
  point.innerHTML = mark;
  point.className = `decision-point ${className}`;
  return point;
}

/** @param {Classes | null} classes @param {number[]} targets */
function classNameOf(classes, targets) {
  if (classes === null) return "is-number";
  const own = targetClass(classes, targets);
  if (own === NO_CLASS || classes.kind === "several") return "is-class";
  return own === 1 ? "is-positive" : "is-negative";
}
