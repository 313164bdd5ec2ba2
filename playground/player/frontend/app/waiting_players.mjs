// Players whose place on the page has been taken away: Streamlit may put up another one at once, and the run goes on there.

/** Milliseconds that a player outlives its place on the page. */
const PATIENCE = 3000;

/** @template {{remove(): void}} Player */
export class WaitingPlayers {
  /** Each with the clock that ends it. @type {Map<Player, ReturnType<typeof setTimeout>>} */
  #clocks = new Map();

  /** Let a player wait for another place. @param {Player} player */
  add(player) {
    clearTimeout(this.#clocks.get(player));
    const end = () => {
      this.#clocks.delete(player);
      player.remove();
    };
    this.#clocks.set(player, setTimeout(end, PATIENCE));
  }

  /** The one that has waited for the shortest time, which is what somebody has just looked at; null if none waits. */
  take() {
    const player = [...this.#clocks.keys()].at(-1);
    if (player === undefined) return null;
    clearTimeout(this.#clocks.get(player));
    this.#clocks.delete(player);
    return player;
  }
}
