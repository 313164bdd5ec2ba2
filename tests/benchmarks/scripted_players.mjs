// Players without a page: what the front end asks for and when, decided by its own modules, for any number of sessions.
//
// A line comes in for each thing that happens to a player, a line goes out for each thing that it asks for, with the
// seconds that its play-head has had nothing to show so far:
//   {"player": 0, "reply": "<base64>"}   {"player": 0, "speed": "120"}   {"player": 0, "rest": true}   ->   {"player": 0, "ask": {...}, "waited": 0.3}
import { createInterface } from "node:readline";
import { decode } from "../../playground/player/frontend/link/frame.mjs";
import { LinkToPython } from "../../playground/player/frontend/link/link_to_python.js";
import { Store } from "../../playground/player/frontend/model/store.mjs";
import { progressOf } from "../../playground/player/frontend/link/progress.mjs";
import { SPEEDS } from "../../playground/player/frontend/timeline/timeline.mjs";

/** Milliseconds a frame, and the seconds that drawing two charts takes. */
const FRAME = 1000 / 60;
const CHART_COST = 0.1;

// The front end asks the page whether it is connected; where there is none, it is.
globalThis.document = { querySelector: () => null };

class ScriptedPlayer {
  #store = new Store();
  #chartsAt = 0;

  /** @param {(request: object, waited: number) => void} send */
  constructor(send) {
    this.waited = 0;
    this.link = new LinkToPython((request) => send(request, this.waited), this.#store);
  }

  receive(message) {
    const { header } = message;
    const another = this.#store.run?.number !== header.run;
    this.link.receive(header, another);
    this.#store.receive(message);
    if (header.charts) this.#chartsAt = performance.now();
  }

  rest() {
    this.#store.timeline.seek(0);
  }

  play(speed) {
    const { timeline, run } = this.#store;
    timeline.speed = SPEEDS.find(({ name }) => name === speed);
    timeline.seek(run.newest);
    timeline.play();
  }

  tick(seconds) {
    const { run, timeline, charts: drawn } = this.#store;
    if (!run) return;
    const charts = {
      charted: drawn?.run === run.number ? drawn.trained : -1,
      sinceCharts: (performance.now() - this.#chartsAt) / 1000,
      chartCost: CHART_COST,
    };
    this.link.pull(progressOf(this.#store, { ...charts, trainingOn: false }), this.#store.known);
    if (timeline.playing && timeline.epochAfter(seconds) > run.newest + 1) this.waited += seconds;
    timeline.advance(seconds);
  }
}

const players = new Map();

function playerOf(number) {
  const send = (request, waited) => process.stdout.write(`${JSON.stringify({ player: number, request, waited })}\n`);
  if (!players.has(number)) players.set(number, new ScriptedPlayer(send));
  return players.get(number);
}

createInterface({ input: process.stdin }).on("line", (line) => {
  const { player, reply, rest, speed } = JSON.parse(line);
  if (reply) playerOf(player).receive(decode(new Uint8Array(Buffer.from(reply, "base64"))));
  if (rest) playerOf(player).rest();
  if (speed) playerOf(player).play(speed);
}).on("close", () => process.exit());

let last = performance.now();
setInterval(() => {
  const now = performance.now();
  for (const player of players.values()) player.tick((now - last) / 1000);
  last = now;
}, FRAME);
