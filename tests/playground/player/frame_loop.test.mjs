import assert from "node:assert/strict";
import test from "node:test";

import { FrameLoop, LONGEST_FRAME, LOOK } from "../../../playground/player/frontend/app/frame_loop.mjs";

/** A window whose time passes only where a test says so: a frame every 16 ms, for whoever has asked for it. */
class PretendWindow {
  #number = 0;
  #now = 0;
  /** @type {Map<number, {at: number | null, call: (now: number) => void}>} */
  #waiting = new Map();

  requestAnimationFrame = (call) => this.#wait(null, call);
  setTimeout = (call, milliseconds) => this.#wait(this.#now + milliseconds, call);
  cancelAnimationFrame = (number) => this.#waiting.delete(number);
  clearTimeout = (number) => this.#waiting.delete(number);

  pass(milliseconds) {
    for (const end = this.#now + milliseconds; this.#now < end; ) {
      this.#now += 16;
      const due = [...this.#waiting].filter(([, { at }]) => at === null || at <= this.#now);
      for (const [number, { call }] of due) if (this.#waiting.delete(number)) call(this.#now);
    }
  }

  #wait(at, call) {
    this.#waiting.set((this.#number += 1), { at, call });
    return this.#number;
  }
}

function looped(isBusy) {
  const window = new PretendWindow();
  const seconds = [];
  const loop = new FrameLoop((passed) => {
    seconds.push(passed);
    return isBusy();
  }, window);
  return { window, loop, seconds };
}

test("while something is left to be done there is a frame every time, and each says how long it took", () => {
  const { window, seconds } = looped(() => true);

  window.pass(10 * 16);

  assert.equal(seconds.length, 10);
  assert.deepEqual(seconds.slice(1), Array(9).fill(0.016));
});

test("at rest it looks twice a second, and no more", () => {
  const { window, seconds } = looped(() => false);

  window.pass(10 * LOOK);

  assert.ok(seconds.length >= 9 && seconds.length <= 11, `${seconds.length} looks`);
});

test("what is new has the next frame, and is over when nothing is left to be done", () => {
  let left = 0;
  const { window, loop, seconds } = looped(() => (left -= 1) > 0);
  window.pass(2 * 16);
  const before = seconds.length;

  left = 3;
  loop.wake();
  window.pass(10 * 16);

  assert.equal(seconds.length - before, 3);
});

test("however often it is woken, a frame comes once", () => {
  const { window, loop, seconds } = looped(() => true);

  for (let time = 0; time < 5; time += 1) loop.wake();
  window.pass(16);

  assert.equal(seconds.length, 1);
});

test("a rest is not taken for time in which something moved", () => {
  const { window, loop, seconds } = looped(() => false);
  window.pass(LOOK - 32);

  loop.wake();
  window.pass(16);

  assert.equal(seconds.at(-1), LONGEST_FRAME);
});

test("an exception in one frame does not stop the next ones", () => {
  let isBroken = true;
  const { window, seconds } = looped(() => {
    if (isBroken) throw new Error("once");
    return true;
  });

  assert.throws(() => window.pass(16), /once/);
  isBroken = false;
  window.pass(2 * 16);

  assert.equal(seconds.length, 3);
});

test("once it is stopped nothing comes any more, from a rest or from the middle of playing", () => {
  for (const isBusy of [true, false]) {
    const { window, loop, seconds } = looped(() => isBusy);
    window.pass(3 * 16);
    const before = seconds.length;

    loop.stop();
    window.pass(2 * LOOK);

    assert.equal(seconds.length, before);
  }
});
