// A formula as MathML would set it, with the numbers of its terms in place: the twin of nncore/formulas/written_expression.py.
/** @import { Expression } from "../shared/types" */

/**
 * @typedef {object} MathNode an element, as `math_elements.js` makes it
 * @property {"mrow" | "mi" | "mn" | "mo" | "msup" | "msqrt"} tag
 * @property {string} [text] of an element without others in it
 * @property {MathNode[]} [children]
 * @property {"infix" | "prefix" | "postfix"} [form] of a sign: whether it stands between two sides, before one or behind it
 * @property {number} [line] the number stands for that line
 */

/** How firmly the parts of a formula hold together; what holds less firmly than its place asks for is bracketed. */
const [COMPARISON, SUM, PRODUCT, SIGNED, POWER, WHOLE] = [0, 1, 2, 3, 4, 5];

/** Of a sign between sides: how firmly the whole holds together, and what its first side and the others must. @type {Record<string, number[]>} */
const SIDES = {
  "<": [COMPARISON, SUM, SUM],
  ">": [COMPARISON, SUM, SUM],
  "≤": [COMPARISON, SUM, SUM],
  "≥": [COMPARISON, SUM, SUM],
  "+": [SUM, SUM, PRODUCT],
  "−": [SUM, SUM, PRODUCT],
  "·": [PRODUCT, PRODUCT, SIGNED],
  "/": [PRODUCT, PRODUCT, SIGNED],
};

/** @typedef {{firmness: number, node: MathNode}} Part */

/**
 * @param {Expression} expression
 * @param {(line: number) => {text: string, isNegative: boolean}} termOf what is written for a line's number
 * @returns {MathNode}
 */
export function writtenMath(expression, termOf) {
  return partOf(expression, termOf, true).node;
}

/**
 * The same formula in pieces, between which a line may end: one begins at each + or −.
 * @param {MathNode} node @param {readonly string[]} [signs] others where a piece begins @returns {MathNode[]}
 */
export function mathPieces(node, signs = ["+", "−"]) {
  /** @type {MathNode[][]} */
  const pieces = [[]];
  for (const part of flattened(node)) {
    if (part.form === "infix" && signs.includes(part.text ?? "")) pieces.push([]);
    pieces[pieces.length - 1].push(part);
  }
  return pieces.filter(({ length }) => length).map(row);
}

/** The factors of such a piece, between which a line ends where not even that has room. @param {MathNode} piece */
export const mathFactors = (piece) => mathPieces(piece, ["·", "/"]);

/** @param {MathNode} node @returns {MathNode[]} what stands side by side in it */
function flattened(node) {
  return node.tag === "mrow" ? (node.children ?? []).flatMap(flattened) : [node];
}

/** @param {Expression} expression @param {Parameters<typeof writtenMath>[1]} termOf @param {boolean} isAlone @returns {Part} */
function partOf(expression, termOf, isAlone = false) {
  if (typeof expression === "number") return { firmness: WHOLE, node: leaf("mn", constantText(expression)) };
  const [name, ...given] = expression;
  if (name === "input") return termPart(/** @type {number} */ (given[0]), termOf, isAlone);
  const sides = /** @type {Expression[]} */ (given);
  const side = (/** @type {Expression} */ one, /** @type {number} */ least) => within(partOf(one, termOf), least);
  // What a root, bars or the brackets of a function hold needs no others.
  const held = (/** @type {Expression} */ one) => partOf(one, termOf, true).node;
  if (name in SIDES) {
    const [firmness, first, later] = SIDES[name];
    const written = sides.flatMap((one, at) => [...(at ? [sign(name, "infix")] : []), side(one, at ? later : first)]);
    return { firmness, node: row(written) };
  }
  if (name === "negative") return { firmness: SIGNED, node: row([sign("−", "prefix"), side(sides[0], SIGNED)]) };
  if (name === "^") return { firmness: POWER, node: { tag: "msup", children: [side(sides[0], WHOLE), side(sides[1], COMPARISON)] } };
  if (name === "exp") return { firmness: POWER, node: { tag: "msup", children: [leaf("mi", "e"), held(sides[0])] } };
  if (name === "sqrt") return { firmness: WHOLE, node: { tag: "msqrt", children: [held(sides[0])] } };
  if (name === "abs") return { firmness: WHOLE, node: row([sign("|", "prefix"), held(sides[0]), sign("|", "postfix")]) };
  if (!sides.length) return { firmness: WHOLE, node: leaf("mi", name === "pi" ? "π" : name) };
  const listed = sides.flatMap((one, at) => [...(at ? [sign(",", "infix")] : []), held(one)]);
  return { firmness: WHOLE, node: row([leaf("mi", name), bracketed(row(listed))]) };
}

/** @param {number} line @param {Parameters<typeof writtenMath>[1]} termOf @param {boolean} isAlone @returns {Part} */
function termPart(line, termOf, isAlone) {
  const { text, isNegative } = termOf(line);
  const node = { ...leaf("mn", text), line };
  return { firmness: WHOLE, node: isNegative && !isAlone ? bracketed(node) : node };
}

/** @param {Part} part @param {number} least */
function within({ firmness, node }, least) {
  return firmness >= least ? node : bracketed(node);
}

/** @param {MathNode} node */
function bracketed(node) {
  return row([sign("(", "prefix"), node, sign(")", "postfix")]);
}

/** @param {MathNode[]} children @returns {MathNode} */
function row(children) {
  return { tag: "mrow", children };
}

/** @param {MathNode["tag"]} tag @param {string} text @returns {MathNode} */
function leaf(tag, text) {
  return { tag, text };
}

/** @param {string} text @param {MathNode["form"]} form @returns {MathNode} */
function sign(text, form) {
  return { tag: "mo", text, form };
}

/** @param {number} value never negative */
function constantText(value) {
  return value === Infinity ? "∞" : String(value);
}
