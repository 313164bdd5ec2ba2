// Makes the elements of MathML, which the browser sets in type itself.
/** @import { MathNode } from "./written_math.mjs" */

const MATH = "http://www.w3.org/1998/Math/MathML";

/**
 * @param {MathNode} node
 * @param {(number: Element, line: number) => void} mark is told of each number that stands for a line
 * @returns {Element} `<math>` with the formula in it
 */
export function mathElement(node, mark) {
  const math = document.createElementNS(MATH, "math");
  math.append(made(node, mark));
  return math;
}

/** @param {MathNode} node @param {(number: Element, line: number) => void} mark */
function made({ tag, text, children = [], line }, mark) {
  const element = document.createElementNS(MATH, tag);
  if (text !== undefined) element.textContent = text;
  // A single letter would be set as a variable, in italics.
  if (tag === "mi") element.setAttribute("mathvariant", "normal");
  element.append(...children.map((child) => made(child, mark)));
  if (line !== undefined) mark(element, line);
  return element;
}
