// What Streamlit calls: puts the player on the page, hands it what Python sends, and takes it away.
import { decode } from "./link/frame.mjs";
import { LivePlayer } from "./app/live_player.js";
import { bringFocusBack, leaveFocus } from "./shared/lasting_focus.js";
import { WaitingPlayers } from "./app/waiting_players.mjs";

/** @type {WeakMap<Element, LivePlayer>} */
const players = new WeakMap();

/** @type {WaitingPlayers<LivePlayer>} */
const waiting = new WaitingPlayers();

/** @param {HTMLElement} parent a place without a player @returns {LivePlayer} */
function playerFor(parent) {
  const player = waiting.take();
  if (!player) return new LivePlayer(parent);
  parent.append(player.root);
  bringFocusBack();
  return player;
}

/**
 * What Streamlit hands over: a message, where the player stands, and what sends a request.
 * @param {{data: Uint8Array, parentElement: HTMLElement, setTriggerValue(name: string, value: object): void}} place
 */
export default function mount({ data, parentElement, setTriggerValue }) {
  const player = players.get(parentElement) ?? playerFor(parentElement);
  players.set(parentElement, player);
  player.send = (/** @type {object} */ request) => setTriggerValue("request", request);
  // Before anything is written: what is read of styles then has them computed once more.
  player.theme();
  player.receive(decode(data));
  return () => {
    if (players.get(parentElement) !== player) return;
    players.delete(parentElement);
    leaveFocus(player.root);
    player.root.remove();
    waiting.add(player);
  };
}
