import { Command } from 'commander';
import { rfc3797, rfc3797Key, ticketOf } from '../../lib/lottery/index.ts';
import { PANELS, wholeNumber } from './input.ts';
import { badInput, reporting } from './outcome.ts';
import type { Outcome } from './outcome.ts';

export const rfc3797Command = (): Command =>
  new Command('rfc3797')
    .description('the ticket that public numbers select by RFC 3797, for a jury that has no dice')
    .argument('<source...>', 'the numbers of each source, separated by commas, such as 9319 2,5,12,8,10')
    .option('--panels <m>', `how many panels the list has (default: ${String(PANELS)})`)
    .option('--json', 'JSON on standard output')
    .action(reporting(select));

/** The first number that the key selects from as many as there are panels; RFC 3797 counts from 1, the list from 0. */
function select(sources: readonly string[], options: { readonly panels?: string }): Promise<Outcome> {
  const panels = options.panels === undefined ? PANELS : wholeNumber(options.panels);
  if (!panels || panels > 2 ** 16) {
    return Promise.resolve(badInput('Give --panels a whole number from 1 to 65536, such as --panels 1000.'));
  }
  const key = rfc3797Key(sources.map((source) => source.split(',').map((number) => number.trim())));
  if (!key.ok) return Promise.resolve(badInput(`"${key.error}" is not a number of 0 or more, such as 9319 or 2.5.`));
  const ticket = ticketOf(rfc3797(key.value, panels, 1)[0]! - 1, panels);
  return Promise.resolve({
    code: 0,
    lines: [`Key: ${key.value}`, `Ticket: ${ticket}`, `Draw with: alqa lottery draw … --ticket ${ticket}`],
    data: { key: key.value, panels, ticket },
  });
}
