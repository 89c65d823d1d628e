/**
 * `npm run bench`: measures what people wait for. `-- live`: juries in session; `-- attacks`: the same while somebody means ill; `-- lottery`: the
 * fair lottery; `-- public`: the verdict page; without a name all. `--quick` measures in short what can be.
 */
import { parseArgs } from 'node:util';

const BENCHES = {
  lottery: async () => (await import('./bench/lottery.ts')).benchLottery(),
  live: async (extent: { readonly quick: boolean }) => (await import('./bench/live.ts')).benchLive(extent),
  attacks: async (extent: { readonly quick: boolean }) => (await import('./bench/attacks.ts')).benchAttacks(extent),
  public: async () => (await import('./bench/public.ts')).benchPublic(),
};

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const unknown = names.find((name) => !(name in BENCHES));
if (unknown === undefined) {
  for (const [name, bench] of Object.entries(BENCHES))
    if (names.length === 0 || names.includes(name)) await bench(values);
} else {
  console.error(`There is no bench "${unknown}": use one of ${Object.keys(BENCHES).join(', ')}, or none for all.`);
  process.exitCode = 2;
}

export {};
