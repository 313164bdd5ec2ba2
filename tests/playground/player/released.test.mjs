import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const FRONTEND = new URL("../../../playground/player/frontend/", import.meta.url);
const NOT_OURS = ["made", "vendor"];

/** Every module of the front end, with its text. */
function modules() {
  const names = readdirSync(FRONTEND, { recursive: true }).filter((name) => /\.m?js$/.test(name) && !NOT_OURS.includes(name.split("/")[0]));
  return names.map((name) => [name, readFileSync(new URL(name, FRONTEND), "utf8")]);
}

/** Those that make something and never release it, nor hand it to whoever asked for it. */
const keeping = (made, released) => modules().filter(([, text]) => made.test(text) && !released.test(text)).map(([name]) => name);

test("who observes the page stops when it is taken away", () => {
  assert.ok(modules().some(([, text]) => text.includes("new ResizeObserver(")));
  assert.deepEqual(keeping(/new (Resize|Mutation)Observer\(/, /\.disconnect\(\)|@returns \{ResizeObserver\}/), []);
});

test("who lets itself be dragged lets go when it is taken away", () => {
  assert.deepEqual(keeping(/new PointerDrag\(/, /\.stop\(\)/), []);
});
