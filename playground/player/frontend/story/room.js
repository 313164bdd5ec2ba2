// How many characters have room in a line, or in several, of a text that grows and shrinks with the page.

/** Characters that another line loses, because words are not cut. */
const LOST_IN_A_LINE = 8;

/**
 * Be told whenever a text has room for more or fewer characters.
 * @param {HTMLElement} box of the text, as high as all of its lines, unless its style says how many they are (`--lines`)
 * @param {number} character how wide one is, in units of the text's size
 * @param {(room: number) => void} tell
 * @param {HTMLElement | null} beside what stands behind the text, unless the box lets it into a line of its own
 * @returns {ResizeObserver}
 */
export function watchRoom(box, character, tell, beside = null) {
  const sizes = new ResizeObserver(() => {
    const style = getComputedStyle(box);
    const told = Number(style.getPropertyValue("--lines"));
    const lines = told || Math.max(1, Math.round(box.clientHeight / Number.parseFloat(style.lineHeight)));
    const isBeside = beside && beside.offsetWidth > 0 && style.flexWrap === "nowrap";
    const width = box.clientWidth - (isBeside ? beside.offsetWidth + Number.parseFloat(style.columnGap) : 0);
    const inLine = width / (character * Number.parseFloat(style.fontSize));
    const room = Math.floor(lines * inLine - (lines - 1) * LOST_IN_A_LINE);
    if (room >= 1) tell(room);
  });
  sizes.observe(box);
  if (beside) sizes.observe(beside);
  return sizes;
}
