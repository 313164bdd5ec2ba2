// The shapes of points in the decision picture, as SVG around 0, 0: a class is known by its shape before its colour.

const SHAPES = [
  '<rect x="-6" y="-6" width="12" height="12"/>',
  '<circle r="6.8"/>',
  '<path d="M0 -8 L7.5 5.5 L-7.5 5.5 Z"/>',
  '<path d="M0 -8.5 L7 0 L0 8.5 L-7 0 Z"/>',
  '<path d="M-2.5 -7.5 H2.5 V-2.5 H7.5 V2.5 H2.5 V7.5 H-2.5 V2.5 H-7.5 V-2.5 H-2.5 Z"/>',
  '<path d="M0 8 L7.5 -5.5 L-7.5 -5.5 Z"/>',
  '<path d="M-3.8 -6.8 H3.8 L7.6 0 L3.8 6.8 H-3.8 L-7.6 0 Z"/>',
  '<path d="M0 -8 L2.4 -2.4 L8 0 L2.4 2.4 L0 8 L-2.4 2.4 L-8 0 L-2.4 -2.4 Z"/>',
];
const NUMBER = SHAPES[1];

/**
 * The shape of a class; with more classes than shapes they begin again.
 * @param {number} shownClass below 0 for numbers, which are circles
 */
export const shapeOf = (shownClass) => (shownClass < 0 ? NUMBER : SHAPES[shownClass % SHAPES.length]);

/** A whole mark: the ring it gets when it is answered wrongly, and its shape. @param {number} shownClass */
export function markOf(shownClass) {
  return `<svg viewBox="-12 -12 24 24" aria-hidden="true"><circle class="decision-ring" r="10.6"/>${shapeOf(shownClass)}</svg>`;
}

/** The mark of the new situation: a hollow diamond. */
export const SITUATION_MARK = `<svg viewBox="-12 -12 24 24" aria-hidden="true">${SHAPES[3]}</svg>`;
