import assert from "node:assert/strict";
import { test } from "node:test";

import { bringScrollBack, noteScroll } from "../../../playground/player/frontend/shared/lasting_scroll.js";

class Part {
  scrollTop = 0;
  scrollLeft = 0;
  scrollTo = ({ top, left }) => Object.assign(this, { scrollTop: top, scrollLeft: left });
}

/** A player, and what a browser does when a part of it is scrolled. */
function playerOf(...parts) {
  globalThis.Element = Part;
  let hear = () => {};
  const root = { contains: (part) => parts.includes(part), addEventListener: (_, listener) => (hear = listener) };
  noteScroll(root);
  const scroll = (part, top, left) => {
    part.scrollTo({ top, left });
    hear({ target: part });
  };
  return { root, scroll };
}

test("what was scrolled is so again when its player is back on the page", () => {
  const [list, table, unmoved] = [new Part(), new Part(), new Part()];
  const { root, scroll } = playerOf(list, table, unmoved);
  scroll(list, 120, 0);
  scroll(list, 90, 0);
  scroll(table, 0, 40);

  for (const part of [list, table]) part.scrollTo({ top: 0, left: 0 });
  bringScrollBack(root);

  assert.deepEqual([list, table, unmoved].map((part) => [part.scrollTop, part.scrollLeft]), [[90, 0], [0, 40], [0, 0]]);
});

test("what is in the player no more stays as it is", () => {
  const gone = new Part();
  const { root, scroll } = playerOf();
  scroll(gone, 120, 0);

  gone.scrollTo({ top: 0, left: 0 });
  bringScrollBack(root);

  assert.equal(gone.scrollTop, 0);
});
