import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { PointerDrag } from "../../../playground/player/frontend/shared/pointer_drag.js";

beforeEach(() => {
  globalThis.window = new EventTarget();
});

const eventOf = (name, told) =>
  Object.assign(new Event(name, { cancelable: true }), { pointerId: 1, isPrimary: true, button: 0, buttons: 1, clientX: 0, clientY: 0, ...told });
const happens = (name, told = {}) => window.dispatchEvent(eventOf(name, told));

/** What a drag does, as a list. */
function pressed(given = {}, event = {}) {
  const seen = [];
  const box = Object.assign(new EventTarget(), { setPointerCapture: (pointer) => seen.push(`captured ${pointer}`) });
  const drag = new PointerDrag(box);
  const dragging = {
    begin: () => seen.push("begun") > 0,
    follow: ({ clientX, clientY }) => seen.push(`at ${clientX}, ${clientY}`),
    end: (isBack) => seen.push(isBack ? "put back" : "let go"),
    ...given,
  };
  const isHeard = drag.press(eventOf("pointerdown", { clientX: 10, clientY: 10, ...event }), dragging);
  return { box, drag, dragging, seen, isHeard };
}

test("a press that hardly moves stays a click", () => {
  const { drag, seen } = pressed();

  happens("pointermove", { clientX: 12, clientY: 11 });
  happens("pointerup");

  assert.deepEqual([seen, drag.isActive], [[], false]);
});

test("a tap is a press that is let go where it was, and neither a drag nor a swipe that scrolls the page", () => {
  const taps = (/** @type {() => void} */ happening) => {
    const { seen } = pressed({ isAcross: true, tap: () => seen.push("tap") });
    happening();
    return seen.filter((what) => what === "tap").length;
  };

  assert.equal(taps(() => happens("pointerup", { clientX: 11, clientY: 12 })), 1);
  assert.equal(taps(() => happens("pointercancel", { clientX: 11, clientY: 12 })), 0);
  assert.equal(taps(() => happens("pointerup", { clientX: 10, clientY: 90 })), 0);
  assert.equal(
    taps(() => {
      happens("pointermove", { clientX: 40, clientY: 10 });
      happens("pointerup", { clientX: 10, clientY: 10 });
    }),
    0,
  );
});

test("a drag begins three pixels away, follows the pointer and ends where it is let go", () => {
  const { drag, seen } = pressed();

  happens("pointermove", { clientX: 10, clientY: 13 });
  const isActive = drag.isActive;
  happens("pointermove", { clientX: 11, clientY: 10 });
  happens("pointerup");
  happens("pointermove", { clientX: 50 });

  assert.deepEqual(seen, ["begun", "captured 1", "at 10, 13", "at 11, 10", "let go"]);
  assert.deepEqual([isActive, drag.isActive], [true, false]);
});

test("a drag across takes no notice of what goes more up or down than across before it begins", () => {
  const { seen } = pressed({ isAcross: true });

  happens("pointermove", { clientX: 12, clientY: 90 });
  assert.deepEqual(seen, []);
  happens("pointermove", { clientX: -70, clientY: 90 });
  happens("pointermove", { clientX: 10, clientY: 95 });

  assert.deepEqual(seen, ["begun", "captured 1", "at -70, 90", "at 10, 95"]);
});

test("where a press is a drag at once it begins with it", () => {
  assert.deepEqual(pressed({ atOnce: true }).seen, ["begun", "captured 1", "at 10, 10"]);
});

test("Escape and a browser that needs the pointer put back what is dragged, and the page does not hear of that key", () => {
  const byKey = pressed({ atOnce: true }).seen;
  const escape = Object.assign(new Event("keydown", { cancelable: true }), { key: "Escape" });
  window.dispatchEvent(escape);
  const byBrowser = pressed({ atOnce: true }).seen;
  happens("pointercancel");

  assert.deepEqual([byKey.at(-1), byBrowser.at(-1)], ["put back", "put back"]);
  assert.deepEqual([escape.defaultPrevented, escape.cancelBubble], [true, true]);
});

test("Escape before anything has moved is left to others", () => {
  pressed();
  const escape = Object.assign(new Event("keydown", { cancelable: true }), { key: "Escape" });
  window.dispatchEvent(escape);

  assert.equal(escape.defaultPrevented, false);
});

test("a drag whose end nobody could see ends when the pointer comes back without a button", () => {
  const { seen } = pressed({ atOnce: true });

  happens("pointermove", { buttons: 0, clientX: 99 });

  assert.equal(seen.at(-1), "let go");
});

test("one thing is dragged at a time, by the first finger and the first button", () => {
  const { drag, dragging, isHeard } = pressed();

  assert.equal(isHeard, true);
  assert.equal(drag.press(eventOf("pointerdown"), dragging), false);
  assert.equal(pressed({}, { isPrimary: false }).isHeard, false);
  assert.equal(pressed({}, { button: 2 }).isHeard, false);
});

test("another finger moves and ends nothing", () => {
  const { seen } = pressed({ atOnce: true });

  happens("pointermove", { pointerId: 2, clientX: 99 });
  happens("pointerup", { pointerId: 2 });

  assert.deepEqual(seen, ["begun", "captured 1", "at 10, 10"]);
});

test("what refuses to be dragged, and what is stopped, is told nothing more", () => {
  const refused = pressed({ atOnce: true, begin: () => false });
  const stopped = pressed({ atOnce: true });
  stopped.drag.stop();
  happens("pointermove", { clientX: 40 });
  happens("pointerup");

  assert.deepEqual([refused.seen, refused.drag.isActive], [[], false]);
  assert.deepEqual(stopped.seen, ["begun", "captured 1", "at 10, 10"]);
});

test("a finger moves the page until it drags something, and then not", () => {
  const { box } = pressed();
  const movesPage = () => box.dispatchEvent(new Event("touchmove", { cancelable: true }));
  assert.equal(movesPage(), true);

  happens("pointermove", { clientX: 40, clientY: 10 });
  assert.equal(movesPage(), false);
  happens("pointerup");
  assert.equal(movesPage(), true);
});
