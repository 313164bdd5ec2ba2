// Makes the elements of MathML, which the browser sets in type itself.
import { mathPieces } from "./written_math.mjs";
/** @import { MathNode } from "./written_math.mjs" */

const MATH = "http://www.w3.org/1998/Math/MathML";

/**
 * A formula that may go on in a further line: browsers break none, but go on with another one.
 * @param {MathNode} node
 * @param {(number: Element, line: number) => void} mark is told of each number that stands for a line
 * @returns {Element[]} a `<math>` for each piece, and a place to end a line before the next
 */
export function mathElements(node, mark) {
  return mathPieces(node).flatMap((piece, at) => {
    const math = document.createElementNS(MATH, "math");
    math.append(made(piece, mark));
    // A screen reader takes a formula for one thing in which nothing can be pressed.
    if (math.querySelector("[role=button]")) math.setAttribute("role", "group");
    return at ? [document.createElement("wbr"), math] : [math];
  });
}

/** @param {MathNode} node @param {(number: Element, line: number) => void} mark */
function made({ tag, text, children = [], form, line }, mark) {
  const element = document.createElementNS(MATH, tag);
  if (text !== undefined) element.textContent = text;
  // A single letter would be set as a variable, in italics.
  if (tag === "mi") element.setAttribute("mathvariant", "normal");
  // Said, for a sign may stand first in its piece, and a bracket in another one than its fellow.
  if (form) element.setAttribute("form", form);
  if (form) element.setAttribute("stretchy", "false");
  element.append(...children.map((child) => made(child, mark)));
  if (line !== undefined) mark(element, line);
  return element;
}
