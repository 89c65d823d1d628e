/** The selection: targets and volunteers from files, the freeze, the draw before witnesses, the telephone calls. */
import { setTimeout as wait } from 'node:timers/promises';
import { numbered } from '../../lib/jury/terms.ts';
import type { SeatId } from '../../lib/jury/terms.ts';
import { readHeaders } from '../../lib/lottery/index.ts';
import { demoTargets, tableBytes } from '../demo/script.ts';
import type { Upload } from './page-form.ts';
import { expectThat, shuffled } from './stage.ts';
import type { FoundedStage } from './stage.ts';

const csv = (name: string): Upload => ({ name, bytes: tableBytes(name), type: 'text/csv' });

const DECLINE = 2;
const MOMENT_MS = 300;

export async function drawJury(stage: FoundedStage): Promise<void> {
  const { staff, jury, script, say } = stage;
  const { organiser } = staff;
  const desk = `/organise/${jury}/selection`;

  const files = { file: csv('categories.csv'), population: csv('population.csv') };
  const preview = await organiser.sendOn(desk, { action: '?/targets' }, files);
  await organiser.send(preview, { type: 'set-targets' }, { attitude: [script.attitude], source: script.source });
  say('Targets were read from a file and set.');

  const uploaded = await organiser.sendOn(desk, { action: '?/upload' }, { file: csv('respondents.csv') });
  await organiser.send(uploaded, { action: '?/pool' }, chosenColumns());
  say('150 volunteers were uploaded, the columns chosen.');

  await organiser.sendOn(desk, { action: '?/compute' });
  let computed = await organiser.open(desk);
  while (!computed.root.querySelector('input[value=freeze-selection]')) {
    expectThat(computed.root.querySelector('progress') !== null, 'The chances were not computed.');
    await wait(MOMENT_MS);
    computed = await organiser.open(desk);
  }
  say('The chances of everybody in the pool were computed.');

  const alternates = String(script.alternates);
  await organiser.sendOn(desk, { type: 'freeze-selection' }, { alternates });
  const witnesses = script.drawWitnesses.map((name, index) => [`witnesses.${index}`, name] as const);
  const draw = { seed: script.seed, ...Object.fromEntries(witnesses) };
  const drawn = await organiser.sendOn(`/organise/${jury}/draw`, { type: 'draw-panel', fixed: { by: 'seed' } }, draw);
  expectThat(drawn.text.includes(script.seed), 'The page of the draw does not show the seed.');
  say(`The panel was drawn before ${script.drawWitnesses.length} witnesses with the seed "${script.seed}".`);
}

function chosenColumns(): Record<string, readonly string[]> {
  const headers = readHeaders(tableBytes('respondents.csv'));
  if (!headers.ok) throw new Error('respondents.csv has problems.');
  const people = { idColumn: ['id'], nameColumn: ['name'], emailColumn: ['email'], phoneColumn: ['phone'] };
  const categories = new Set(demoTargets('categories.csv').map(({ category }) => category));
  const columns = headers.value.filter((header) => categories.has(header));
  return { ...people, ...Object.fromEntries(columns.map((header) => [`columns.${header}`, [header]])) };
}

/** Some of those drawn decline, an alternate is called for each, everybody else confirms. */
export async function confirmSeats({ staff, jury, script, random, say }: FoundedStage): Promise<void> {
  const { organiser } = staff;
  const desk = `/organise/${jury}/seats`;
  const drawn: readonly SeatId[] = Array.from({ length: script.charter.seats }, (_, at) => numbered('S', at + 1));
  const declined = shuffled(drawn, random).slice(0, DECLINE);
  let page = await organiser.open(desk);
  for (const seat of declined) {
    page = await organiser.send(page, { type: 'vacate-seat', fixed: { seat } }, { reason: ['declined'] });
    page = await organiser.send(page, { type: 'call-alternate', fixed: { vacant: seat } });
  }
  page = await organiser.open(desk);
  const waiting = page.root
    .querySelectorAll('form')
    .filter((form) => form.querySelector('input[value=confirm-seat]'))
    .map((form) => form.querySelector('input[name=seat]')?.getAttribute('value') ?? '');
  expectThat(
    waiting.length === script.charter.seats,
    `${waiting.length} seats wait for an answer; with the alternates it should be ${script.charter.seats}.`,
  );
  for (const seat of waiting) page = await organiser.send(page, { type: 'confirm-seat', fixed: { seat } });
  say(`${DECLINE} declined, ${DECLINE} alternates were called, ${waiting.length} confirmed.`);
}
