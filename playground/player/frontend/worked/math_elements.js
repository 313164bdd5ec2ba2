// Makes the elements of MathML, which the browser sets in type itself.
import { mathFactors, mathPieces } from "./written_math.mjs";
import { element } from "../shared/element.js";
/** @import { MathNode } from "./written_math.mjs" */

const MATH = "http://www.w3.org/1998/Math/MathML";

/**
 * A formula that may go on in a further line: browsers break none, but go on with another one.
 * @param {MathNode} node
 * @param {(number: Element, line: number) => void} mark is told of each number that stands for a line
 * @param {boolean} isWhole whether all of it is read: then a term that has no room goes on in a further line, too
 * @returns {Element[]} a `<math>` for each piece, and a place to end a line before the next
 */
export function mathElements(node, mark, isWhole) {
  const pieces = mathPieces(node).map((piece) => {
    const factors = isWhole ? mathFactors(piece) : [piece];
    const maths = withBreaks(factors.map((factor) => mathElement(factor, mark)));
    return factors.length > 1 ? element("span", "worked-product", ...maths) : maths[0];
  });
  return withBreaks(pieces);
}

/** @param {Element[]} pieces */
const withBreaks = (pieces) => pieces.flatMap((piece, at) => (at ? [document.createElement("wbr"), piece] : [piece]));

/** @param {MathNode} piece @param {(number: Element, line: number) => void} mark */
function mathElement(piece, mark) {
  const math = document.createElementNS(MATH, "math");
  math.append(made(piece, mark));
  // A screen reader takes a formula for one thing in which nothing can be pressed.
  if (math.querySelector("[role=button]")) math.setAttribute("role", "group");
  return math;
}

/** @param {MathNode} node @param {(number: Element, line: number) => void} mark */
function made({ tag, text, children = [], form, line }, mark) {
  const own = document.createElementNS(MATH, tag);
  if (text !== undefined) own.textContent = text;
  // A single letter would be set as a variable, in italics.
  if (tag === "mi") own.setAttribute("mathvariant", "normal");
  // Said, for a sign may stand first in its piece, and a bracket in another one than its fellow.
  if (form) own.setAttribute("form", form);
  if (form) own.setAttribute("stretchy", "false");
  own.append(...children.map((child) => made(child, mark)));
  if (line !== undefined) mark(own, line);
  return own;
}
