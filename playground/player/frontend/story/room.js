// How many characters have room in a line, or in several, of a text that grows and shrinks with the page.

/** Characters that another line loses, because words are not cut. */
const LOST_IN_A_LINE = 8;

/**
 * Be told whenever a text has room for more or fewer characters.
 * @param {HTMLElement} box of the text, as high as all of its lines
 * @param {number} character how wide one is, in units of the text's size
 * @param {(room: number) => void} tell
 * @returns {ResizeObserver}
 */
export function watchRoom(box, character, tell) {
  const sizes = new ResizeObserver(([{ contentRect: { width, height } }]) => {
    const { fontSize, lineHeight } = getComputedStyle(box);
    const inLine = width / (character * Number.parseFloat(fontSize));
    const lines = Math.max(1, Math.round(height / Number.parseFloat(lineHeight)));
    const room = Math.floor(lines * inLine - (lines - 1) * LOST_IN_A_LINE);
    if (room >= 1) tell(room);
  });
  sizes.observe(box);
  return sizes;
}
