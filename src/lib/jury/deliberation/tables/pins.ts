/**
 * [D81] Brings everybody who is pinned to their table by changing places with somebody who is not. The sizes of the tables stay.
 * `pins` says at which table, counted from nought. False when a table has fewer places than people pinned to it, or does not exist.
 */
export function seatPinned<T>(tables: T[][], pins: ReadonlyMap<T, number>): boolean {
  for (const [person, wanted] of pins) {
    const from = tables.find((table) => table.includes(person));
    const to = tables[wanted];
    if (!from || !to) return false;
    if (from === to) continue;
    const place = to.findIndex((other) => pins.get(other) !== wanted);
    if (place === -1) return false;
    from[from.indexOf(person)] = to[place] as T;
    to[place] = person;
  }
  return true;
}
