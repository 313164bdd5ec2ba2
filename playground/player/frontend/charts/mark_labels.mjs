// Where the labels beside upright lines stand, so that none covers another.

import { textWidth } from "../shared/text_width.mjs";

const SIZE = 13;
/** Between a line and its label, and the label's own padding. */
const ROOM = 11;
/** More rows would hide the lines; what has no room is told by the line itself and in the sentence under the slider. */
const MOST_ROWS = 3;

/**
 * A label stands to the right of its line, to the left where it would leave the chart, across the line where it would leave
 * it on either side, and in a lower row where it would cover one that is there. Each is whole: half a text says nothing.
 * @param {Array<[number, string]>} marks pixels from the left, and the text
 * @param {number} width of the chart
 * @param {number} [type] how many times as large the page's type is as on a screen of one's own
 * @returns {Array<{row: number, side: "right" | "left" | number} | null>} pixels from the line where it stands across it;
 *   null for a label that has no room
 */
export function placeLabels(marks, width, type = 1) {
  /** @type {Array<Array<[number, number]>>} the stretches taken in each row */
  const rows = [];
  return marks.map(([left, text]) => {
    const size = textWidth(text, SIZE * type) + ROOM;
    if (size > width) return null;
    const side = left + size <= width ? "right" : left >= size ? "left" : width - size - left;
    const from = side === "right" ? left : side === "left" ? left - size : width - size;
    const to = from + size;
    const free = rows.findIndex((taken) => taken.every(([start, end]) => to <= start || end <= from));
    const row = free === -1 ? rows.length : free;
    if (row >= MOST_ROWS) return null;
    (rows[row] ??= []).push([from, to]);
    return { row, side };
  });
}
