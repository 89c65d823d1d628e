import { Command } from 'commander';
import { loadSolver, prepareReplacement, verifyRecord } from '../../lib/lottery/index.ts';
import type { LotteryTerms, ReplacementRefusal } from '../../lib/lottery/index.ts';
import { finish, outsideList, readPlace, withSource } from './draw.ts';
import type { SourceOptions } from './draw.ts';
import { listed, timeLimit } from './input.ts';
import { badInput, infeasible, reporting } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { progressBar } from './progress.ts';
import { readRecordFolder } from './record-folder.ts';
import { doesNotHold } from './verify.ts';

interface ReplaceOptions extends SourceOptions {
  readonly leaving?: string;
  readonly confirmed?: string;
  readonly timeLimit?: string;
}

export const replaceCommand = (): Command =>
  withSource(new Command('replace'))
    .description('fill the seats of those who leave by a draw of its own; everybody else keeps the seat')
    .argument('[dir]', 'folder of the record that the replacement follows')
    .option('--leaving <ids>', 'who leaves, separated by commas: members, or alternates who will not come')
    .option('--confirmed <ids>', 'who stays, separated by commas: needed only for alternates who took a seat')
    .option('--time-limit <s>', 'seconds after which the best lottery found so far is taken (default: none)')
    .option('--json', 'JSON on standard output')
    .action(reporting(replace));

async function replace(dir: string | undefined, options: ReplaceOptions): Promise<Outcome> {
  if (dir === undefined) return badInput('Name the folder of the record that the replacement follows.');
  const leaving = listed(options.leaving);
  if (leaving.length === 0) return badInput('Name those who leave, such as --leaving t17,t203.');
  const limit = timeLimit(options.timeLimit);
  if (!limit.ok) return limit.error;
  const place = await readPlace(options);
  if (!place.ok) return place.error;
  const { out, source } = place.value;
  const files = await readRecordFolder(dir);
  if (!files.ok) return badInput(files.error);
  const verified = await verifyRecord(files.value);
  if (!verified.ok) return doesNotHold(verified.error);
  const outside = outsideList(source, verified.value.commitment.size);
  if (outside !== null) return outside;

  const link = { files: files.value, record: verified.value };
  const departure = { leaving, confirmed: listed(options.confirmed) };
  const prepared = prepareReplacement(link, departure, await loadSolver(), { ...limit.value, ...progressBar() });
  if (prepared.ok) return finish(prepared.value.files, source, out);
  const { pool, targets, commitment } = verified.value;
  return refused(prepared.error, { pool, targets, seats: commitment.seats });
}

function refused(refusal: ReplacementRefusal, terms: LotteryTerms): Outcome {
  switch (refusal.code) {
    case 'not-drawn':
      return badInput('Nothing has been drawn from this record yet. Draw from it first: draw --committed.');
    case 'nobody-leaves':
      return badInput('Name those who leave, such as --leaving t17,t203.');
    case 'not-drawn-from':
      return badInput(
        `Neither drawn nor in reserve: ${refusal.ids.join(', ')}. Name members and alternates of the record.`,
      );
    case 'leaving-and-confirmed':
      return badInput(`Named both as leaving and as confirmed: ${refusal.ids.join(', ')}. Name each once.`);
    case 'no-free-seat': {
      const { seated, seats } = refusal;
      return badInput(`No seat is free: ${String(seated)} people keep theirs, and there are ${String(seats)} seats.`);
    }
    case 'infeasible':
      return infeasible(terms, refusal.conflict, refusal.relaxations);
  }
}
