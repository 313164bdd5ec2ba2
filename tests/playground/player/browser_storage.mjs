/** A browser's place for what is kept, with room for so many characters. */
export function storageOf(room = Infinity) {
  const kept = new Map();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (place) => [...kept.keys()][place] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => kept.delete(name),
    setItem(name, text) {
      const others = [...kept].reduce((sum, [other, { length }]) => sum + (other === name ? 0 : length), 0);
      if (others + text.length > room) throw new Error("QuotaExceededError");
      kept.set(name, text);
    },
  };
}
