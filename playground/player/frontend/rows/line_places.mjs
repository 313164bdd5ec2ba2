// Where the lines of Streamlit's editor lie, which is drawn as a picture: what is known of it is how high it is.

/** Of every line of the editor, as it is told in playground/views/tables.py; in pixels. */
export const LINE_HEIGHT = 30;
/** The editor's own border, at its foot; the one at its head belongs to the line of names. */
const BORDER = 1;
/** Of the line of names where it cannot be known, and what it can be at most. */
const [USUAL_HEAD, HIGHEST_HEAD] = [35, 45];

/**
 * How high the line of names is: what is left of the editor when whole lines are taken away.
 * @param {number} height of the editor, in pixels
 */
export function headHeight(height) {
  const head = LINE_HEIGHT + ((height - BORDER) % LINE_HEIGHT);
  return height > LINE_HEIGHT && head <= HIGHEST_HEAD ? head : USUAL_HEAD;
}

/**
 * How far below the editor's upper edge a row's line begins.
 * @param {number} head height of the line of names
 * @param {number} number of the row, from 1
 */
export const lineTop = (head, number) => head + (number - 1) * LINE_HEIGHT;
