import assert from "node:assert/strict";
import { test } from "node:test";
import { LEFT_STEPS, MOST_CHARACTERS, MOST_STEPS, StepLinks, leaveSteps, takeLeftSteps } from "../../../playground/player/frontend/link/left_steps.mjs";

const tab = () => {
  const kept = new Map();
  return { kept, setItem: (name, text) => kept.set(name, text), getItem: (name) => kept.get(name) ?? null, removeItem: (name) => kept.delete(name) };
};

/** A page that has gone through steps 1 to 4 and back to 3, of which 3 and 4 belong to something else that was opened. */
function workedOn() {
  const links = new StepLinks(null);
  const steps = [[1, 1], [2, 1], [3, 2], [4, 2]];
  for (let place = 0; place < steps.length; place += 1) {
    links.take([10 + place, steps.slice(0, place + 1), place, true]);
    links.note(`link ${place + 1}`);
  }
  links.take([20, steps, 2, true]);
  return links;
}
const LEFT = { opened: "link 3", opening: 2, past: [[1, "link 1"], [1, "link 2"]], future: [[2, "link 4"]] };

test("the links of all steps but the one where the page stands are left, in their order", () => {
  assert.deepEqual(workedOn().leftBy("link 3"), LEFT);
});

test("the page that opens by the link that was left has them, once, when it is reloaded or come back to", () => {
  for (const navigation of ["reload", "back_forward"]) {
    const storage = tab();
    leaveSteps(() => storage, LEFT);

    assert.deepEqual(takeLeftSteps(() => storage, "link 3", navigation), LEFT);
    assert.equal(takeLeftSteps(() => storage, "link 3", navigation), null);
  }
});

test("another link in the same tab has nothing of them, nor who goes to this one anew", () => {
  for (const [opened, navigation] of [["link 4", "reload"], ["", "reload"], ["link 3", "navigate"]]) {
    const storage = tab();
    leaveSteps(() => storage, LEFT);

    assert.equal(takeLeftSteps(() => storage, opened, navigation), null);
    assert.equal(storage.kept.size, 0);
  }
});

test("before Python has them they are left again, and after it by the numbers that it gives them", () => {
  const links = new StepLinks(LEFT);
  links.take([1, [[1, 1]], 0, true]);
  links.note("link 3");
  assert.deepEqual(links.leftBy("link 3"), LEFT);

  links.forgetLeft();
  links.take([2, [[-1, -1], [-2, -1], [1, 1], [-3, 1]], 2, true]);
  assert.deepEqual(links.leftBy("link 3"), {
    opened: "link 3", opening: 1, past: [[-1, "link 1"], [-1, "link 2"]], future: [[1, "link 4"]],
  });
});

test("while something has to be mended the step before it can be come back to, and nothing done again", () => {
  const links = workedOn();
  links.take([30, [[1, 1], [2, 1], [3, 2]], 2, false]);
  links.note("to mend");

  assert.deepEqual(links.leftBy("to mend").past.map(([, link]) => link), ["link 1", "link 2", "link 3"]);
  assert.deepEqual(links.leftBy("to mend").future, []);
});

test("a step without a link of its own is left out, and of too many or too long ones the nearest stay", () => {
  const links = new StepLinks(null);
  const steps = Array.from({ length: MOST_STEPS + 9 }, (_, place) => [place + 1, 1]);
  steps.forEach((_, place) => {
    links.take([place, steps, place, true]);
    links.note(place === steps.length - 3 ? null : String(place));
  });
  const { past } = links.leftBy("");
  assert.equal(past.length, MOST_STEPS - 1);
  assert.deepEqual(past.slice(-2).map(([, link]) => link), [String(steps.length - 4), String(steps.length - 2)]);

  const long = new StepLinks(null);
  for (const place of [0, 1, 2, 3]) {
    long.take([place + 1, steps.slice(0, place + 1), place, true]);
    long.note(String(place).repeat(MOST_CHARACTERS / 2));
  }
  assert.deepEqual(long.leftBy("").past.map(([, link]) => link[0]), ["1", "2"]);
});

test("what something else has put there is nothing, and a browser that keeps nothing is left without a word", () => {
  const steps = [1, { a: 1 }, [[1]], [["1", ""]], [[1, 2]], [null], Array(MOST_STEPS + 1).fill([1, ""])];
  for (const kept of ["", "{", "3", "null", "[]", ...steps.map((past) => JSON.stringify({ ...LEFT, past }))]) {
    const storage = tab();
    storage.setItem(LEFT_STEPS, kept);
    assert.equal(takeLeftSteps(() => storage, "link 3", "reload"), null);
  }
  const refused = () => {
    throw new DOMException("refused", "SecurityError");
  };
  leaveSteps(refused, LEFT);
  assert.equal(takeLeftSteps(refused, "link 3", "reload"), null);
});
