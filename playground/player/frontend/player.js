// What Streamlit calls: puts the player on the page, hands it what Python sends, and takes it away.
import { decode } from "./link/frame.mjs";
import { LivePlayer } from "./app/live_player.js";

/** Milliseconds that a player outlives its place on the page. */
const HOMELESS = 3000;

/** @type {WeakMap<Element, LivePlayer>} */
const players = new WeakMap();

/**
 * A player whose place on the page has just been taken away: Streamlit may put up another one at once.
 * @type {LivePlayer | null}
 */
let homeless = null;

function retire(player) {
  homeless = player;
  player.root.remove();
  setTimeout(() => {
    if (homeless !== player) return;
    homeless = null;
    player.remove();
  }, HOMELESS);
}

function adopted(parent) {
  const player = homeless;
  homeless = null;
  if (player) parent.append(player.root);
  return player;
}

export default function mount({ data, parentElement, setTriggerValue }) {
  let player = players.get(parentElement);
  if (!player) {
    player = adopted(parentElement) ?? new LivePlayer(parentElement);
    players.set(parentElement, player);
  }
  player.send = (request) => setTriggerValue("request", request);
  player.receive(decode(data));
  player.theme();
  return () => {
    if (players.get(parentElement) === player) retire(player);
    players.delete(parentElement);
  };
}
