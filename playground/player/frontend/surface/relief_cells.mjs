// The cells of a relief, between four places of its grid: how light each is, and which pieces of lines and of the rim are in it.
import { toneAt } from "./tones.mjs";
import { crossCells } from "../shared/contour.mjs";
/**
 * @import { Pair } from "../shared/types"
 * @import { Relief } from "./relief.mjs"
 */

/** How much the side that is turned from the light is darker, and how steep it has to be for that. */
const [SHADE, STEEP] = [0.2, 12];
/** The tone of a cell that is not drawn. */
export const GAP = -1;

/** @typedef {{segments: number[], level: number}} LevelPiece x1, y1, x2, y2 for each segment */

/**
 * Everything by the cell's corner with the smallest values.
 * @param {Pick<Relief, "across" | "along" | "heights" | "levels">} relief
 * @returns {{tones: Int16Array, lines: Map<number, LevelPiece[]>, rims: Map<number, Pair[]>}}
 */
export function cellsOf({ across, along, heights, levels }) {
  const [wide, high] = [across.length, along.length];
  const tones = new Int16Array(heights.length).fill(GAP);
  /** @type {Map<number, Pair[]>} */
  const rims = new Map();
  for (let row = 0; row + 1 < high; row++) {
    for (let column = 0; column + 1 < wide; column++) {
      const corner = row * wide + column;
      tones[corner] = toneOf(heights[corner], heights[corner + 1], heights[corner + wide + 1], heights[corner + wide]);
      const rim = rimOf(row, column, wide, high);
      if (rim.length) rims.set(corner, rim);
    }
  }
  return { tones, lines: linesByCell(across, along, heights, levels), rims };
}

/** As light as it is low, and a little darker where it falls away from the light. @param {number[]} corners around it */
function toneOf(...corners) {
  const [a, b, c, d] = corners;
  const height = (a + b + c + d) / 4;
  if (Number.isNaN(height)) return GAP;
  return toneAt((1 - SHADE) * height + SHADE * (0.5 + Math.atan(STEEP * (b + c - a - d)) / Math.PI));
}

/**
 * The sides of a cell that are the rim of the surface.
 * @param {number} row @param {number} column @param {number} wide how many columns of places @param {number} high
 * @returns {Pair[]} the places they lead from and to
 */
function rimOf(row, column, wide, high) {
  const corner = row * wide + column;
  const [a, b, c, d] = [corner, corner + 1, corner + wide + 1, corner + wide];
  /** @type {[boolean, Pair][]} */
  const sides = [[row === 0, [a, b]], [column === wide - 2, [b, c]], [row === high - 2, [c, d]], [column === 0, [d, a]]];
  return sides.filter(([isRim]) => isRim).map(([, side]) => side);
}

/** @param {Float64Array} across @param {Float64Array} along @param {Float64Array} heights @param {number[]} levels */
function linesByCell(across, along, heights, levels) {
  /** @type {Map<number, LevelPiece[]>} */
  const lines = new Map();
  for (const level of levels) {
    crossCells(heights, level, across, along, (segments, row, column) => {
      const cell = row * across.length + column;
      const there = lines.get(cell);
      if (there) there.push({ segments, level });
      else lines.set(cell, [{ segments, level }]);
    });
  }
  return lines;
}
