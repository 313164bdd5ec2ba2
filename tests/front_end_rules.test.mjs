// The rules of eslint.config.mjs hold, and each of them can fail: it is shown a small offender.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const skip = existsSync(`${ROOT}node_modules/eslint`) ? false : "npm ci installs what it is judged with";

/** The rules that `text` breaks where it stands at `place`, each once. */
async function broken(text, place = "rows/answer_strip.js") {
  const { ESLint } = await import("eslint");
  const filePath = `${ROOT}playground/player/frontend/${place}`;
  const [{ messages }] = await new ESLint({ cwd: ROOT }).lintText(text, { filePath });
  return [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))];
}

const OUT = {
  "no-restricted-globals": [
    `fetch("/answers");`,
    `new WebSocket("ws://localhost");`,
    `new XMLHttpRequest();`,
    `new Worker("worker.js");`,
    `new Image();`,
  ],
  "no-restricted-properties": [`globalThis.fetch("/answers");`, `navigator.sendBeacon("/answers");`],
  "no-restricted-syntax": [
    `import("./late.mjs");`,
    `import "plotly.js";`,
    `export * from "https://example.org/late.mjs";`,
    `document.createElement("script").src = "late.js";`,
    `Object.assign(document.createElement("link"), { rel: "stylesheet", href: "late.css" });`,
    `document.createElement("img").setAttribute("src", "late.png");`,
    `export const mount = ({ setTriggerValue }) => setTriggerValue("ask", {});`,
  ],
};

for (const [rule, offenders] of Object.entries(OUT)) {
  for (const offender of offenders) {
    test(`nothing but the two doors reaches out of the page: ${offender}`, { skip }, async () => {
      assert.ok((await broken(offender)).includes(rule));
    });
  }
}

test("a module may import its neighbours and send what it is handed", { skip }, async () => {
  const text = `import { nextAsk } from "../link/pull.mjs";\n\nexport const pull = (send, state) => send(nextAsk(state));\n`;

  assert.deepEqual(await broken(text), []);
});

test("each door is open for its own purpose only", { skip }, async () => {
  const asking = `export const mount = ({ setTriggerValue }) => setTriggerValue("ask", {});\n`;
  const loading = `export const load = (script) => Object.assign(script, { src: "plotly.js" });\n`;

  assert.deepEqual(await broken(asking, "player.js"), []);
  assert.deepEqual(await broken(loading, "charts/plotly_library.js"), []);
  assert.deepEqual(await broken(loading, "player.js"), ["no-restricted-syntax"]);
  assert.deepEqual(await broken(asking, "charts/plotly_library.js"), ["no-restricted-syntax"]);
  assert.deepEqual(await broken(`fetch("/answers");\n`, "player.js"), ["no-restricted-globals"]);
});

test("a function is measured without its comments and empty lines", { skip }, async () => {
  const functionOf = (lines) =>
    `export function count() {\n  let x = 0;\n  // One.\n\n${"  x += 1;\n".repeat(lines - 4)}  return x;\n}\n`;

  assert.deepEqual(await broken(functionOf(40)), []);
  assert.deepEqual(await broken(functionOf(41)), ["max-lines-per-function"]);
});

test("a file of 301 lines is found", { skip }, async () => {
  assert.deepEqual(await broken("// One.\n".repeat(301)), ["max-lines"]);
});

test("no comment switches a rule off", { skip }, async () => {
  assert.ok((await broken(`/* eslint-disable */\nconsole.log("here");\n`)).includes("no-console"));
});
