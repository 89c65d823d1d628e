/**
 * `npm run bench`: measures what people wait for. `-- live`: a jury in session; `-- lottery`: the fair lottery; `-- public`: the verdict page; without
 * a name all.
 */
const BENCHES = {
  lottery: async () => (await import('./bench/lottery.ts')).benchLottery(),
  live: async () => (await import('./bench/live.ts')).benchLive(),
  public: async () => (await import('./bench/public.ts')).benchPublic(),
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in BENCHES));
if (unknown === undefined) {
  for (const [name, bench] of Object.entries(BENCHES)) if (names.length === 0 || names.includes(name)) await bench();
} else {
  console.error(`There is no bench "${unknown}": use one of ${Object.keys(BENCHES).join(', ')}, or none for all.`);
  process.exitCode = 2;
}

export {};
