import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { WaitingPlayers } from "../../../playground/player/frontend/app/waiting_players.mjs";

class Player {
  removals = 0;

  remove() {
    this.removals += 1;
  }
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

test("a player that finds no other place ends after three seconds, once", () => {
  const [waiting, player] = [new WaitingPlayers(), new Player()];
  waiting.add(player);

  mock.timers.tick(2999);
  assert.equal(player.removals, 0);
  mock.timers.tick(1);
  assert.equal(player.removals, 1);

  assert.equal(waiting.take(), null);
  mock.timers.tick(10_000);
  assert.equal(player.removals, 1);
});

test("a player that is put up again lives on", () => {
  const [waiting, player] = [new WaitingPlayers(), new Player()];
  waiting.add(player);

  assert.equal(waiting.take(), player);

  mock.timers.tick(10_000);
  assert.equal(player.removals, 0);
});

test("one that is taken off twice within three seconds has three seconds from the second time", () => {
  const [waiting, player] = [new WaitingPlayers(), new Player()];
  waiting.add(player);
  mock.timers.tick(2000);
  waiting.take();
  waiting.add(player);

  mock.timers.tick(2000);
  assert.equal(player.removals, 0);
  mock.timers.tick(1000);
  assert.equal(player.removals, 1);
});

test("of two that wait each ends by its own clock, and none is forgotten", () => {
  const [waiting, first, second] = [new WaitingPlayers(), new Player(), new Player()];
  waiting.add(first);
  mock.timers.tick(1000);
  waiting.add(second);

  mock.timers.tick(2000);
  assert.deepEqual([first.removals, second.removals], [1, 0]);
  assert.equal(waiting.take(), second);
  mock.timers.tick(10_000);
  assert.deepEqual([first.removals, second.removals], [1, 0]);
});

test("the one that has just lost its place is the first to be put up again", () => {
  const [waiting, first, second] = [new WaitingPlayers(), new Player(), new Player()];
  waiting.add(first);
  waiting.add(second);

  assert.deepEqual([waiting.take(), waiting.take(), waiting.take()], [second, first, null]);
});
