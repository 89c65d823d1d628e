import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { sensibleAlternates } from '$lib/lottery/index.ts';
import { fieldsOf } from '$lib/server/form-fields.ts';
import { openJury, runAs, submit, submitForm } from '$lib/server/pages.ts';
import { poolSummaryOf } from '$lib/server/records/pools.ts';
import {
  checkFeasibility,
  importTargets,
  loadPool,
  populationText,
  uploadPool,
  uploadedPool,
} from '$lib/server/selection.ts';
import type { Read } from '$lib/server/selection.ts';
import { newCommandId } from '$lib/live/outbox.ts';
import { withWrongFields } from '../../field-problems.server.ts';
import { belongsTo } from '../../stage-gate.ts';
import { decisionsIn, workOut } from './from-population.server.ts';
import { guessColumns } from './guess-columns.ts';
import { beginLottery, cancelLottery, lotteryStanding, said } from './lottery.server.ts';
import { readFigures } from './read-population.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  const { selection, charter } = jury;
  const waiting = selection.frozen ? null : await uploadedPool(event, jury);
  const categories = [...new Set(selection.targets.map((target) => target.category))];
  const [lottery, rehearsal, feasibility, pool] = await Promise.all([
    lotteryStanding(event, jury, 'panel'),
    lotteryStanding(event, jury, 'rehearsal'),
    selection.frozen ? { feasible: true as const } : checkFeasibility(event, jury),
    poolSummaryOf(event.locals.app.database, jury.id),
  ]);
  return {
    selection,
    lottery,
    rehearsal,
    feasibility,
    uniqueRows: pool?.uniqueRows ?? 0,
    seats: charter.seats,
    categories,
    upload: waiting ? { ...waiting, guess: guessColumns(waiting.headers, categories) } : null,
    alternates: sensibleAlternates(charter.seats),
    settable: belongsTo(charter.stage, 'set-targets') && !selection.frozen,
    selecting: belongsTo(charter.stage, 'load-pool'),
  };
};

/** What a table that could not be loaded takes back to its page. */
function unread(form: FormData, type: string, read: Extract<Read<unknown>, { ok: false }>) {
  const values = fieldsOf(form);
  return read.refused
    ? fail(400, { type, values, refused: read.refused })
    : fail(400, { type, values, problems: read.problems });
}

async function readTargetFiles(event: RequestEvent) {
  const form = await event.request.formData();
  const targets = await importTargets(form);
  if (!targets.ok) return unread(form, 'targets', targets);
  const file = form.get('population');
  const given = file instanceof File && file.size > 0;
  const population = given
    ? readFigures(new Uint8Array(await file.arrayBuffer()), targets.value)
    : { ok: true as const, value: [] };
  if (!population.ok) return unread(form, 'targets', { ok: false, problems: population.error });
  return {
    type: 'targets',
    preview: { targets: targets.value, population: population.value, sources: [], decisions: [] },
  };
}

async function workOutTargets(event: RequestEvent) {
  const { jury } = await openJury(event, ['organiser']);
  const form = await event.request.formData();
  const text = await populationText(event, form);
  if (!text.ok) return unread(form, 'targets', text);
  const tolerance = Number(form.get('tolerance')) || 0;
  const decisions = decisionsIn(form);
  const found = workOut(text.value, { seats: jury.charter.seats, tolerance, decisions });
  if (!found.ok) return unread(form, 'targets', { ok: false, problems: found.error });
  return 'groups' in found.value
    ? { type: 'targets', undecided: found.value }
    : { type: 'targets', preview: found.value };
}

export const actions: Actions = {
  targets: readTargetFiles,
  population: workOutTargets,
  save: async (event) => {
    const form = await event.request.formData();
    // A source that was left empty is no source.
    if (form.get('source') === '') form.delete('source');
    return withWrongFields(await submitForm(event, form, { only: ['set-targets'] }));
  },
  upload: async (event) => {
    const form = await event.request.formData();
    const read = await uploadPool(event, form);
    return read.ok ? { type: 'upload' } : unread(form, 'upload', read);
  },
  pool: async (event) => {
    const form = await event.request.formData();
    const read = await loadPool(event, form);
    if (!read.ok) return unread(form, 'pool', read);
    return { type: 'pool', done: true, size: read.value.size };
  },
  freeze: (event) => submit(event, { only: ['freeze-selection'] }),
  compute: async (event) => said('compute', await beginLottery(event, 'panel')),
  cancel: async (event) => said('cancel', await cancelLottery(event)),
  // First everyone can see that it is held, then it is held.
  rehearse: async (event) => {
    const noted = await runAs(event, { id: newCommandId(), command: { type: 'rehearse-draw' } });
    return said('rehearse', noted.ok ? await beginLottery(event, 'rehearsal') : noted);
  },
};
