import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import seedrandom from 'seedrandom';
import { expect, onTestFinished, test } from 'vitest';
import type { Company } from '../../src/cli/demo/people.ts';
import { openLine } from '../../src/cli/play/line.ts';
import type { Line } from '../../src/cli/play/line.ts';
import type { Command, CommandOf } from '../../src/lib/jury/commands.ts';
import { hexHash } from '../../src/lib/jury/journal.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { readAll } from '../server/read-all.ts';
import { scratchFolder } from '../server/scratch.ts';
import { cookieFor, seatJury } from '../live/seated.ts';
import { freePort, startChild } from './child-server.ts';

type Choice = CommandOf<'cast-paper'>['choice'];

const JURORS = 15;
const BALLOTS = 50;

/** In which order everyone votes and what they choose, known to the test and to nobody else. */
interface Cast {
  readonly seat: string;
  readonly choice: Choice;
}

test(
  'after fifty ballots nothing that was kept, sent or logged joins a juror to a choice',
  { timeout: 180_000 },
  async () => {
    const folder = scratchFolder();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const { cookies, seats, company } = await prepare(folder, origin);
    const server = await startChild(folder, port, { ALQA_LOG: 'debug', ALQA_COMMANDS_PER_MINUTE: '1000000' });
    onTestFinished(() => server.end('SIGKILL'));

    const heard: { role: string; frame: unknown }[] = [];
    const lines = new Map<string, Line>();
    for (const [role, cookie] of cookies) {
      const line = await openLine({ origin, jury: 'J1', cookie, onFrame: (frame) => void heard.push({ role, frame }) });
      onTestFinished(() => line.close());
      lines.set(role, line);
    }
    const act = async (role: string, command: Parameters<Line['act']>[0]): Promise<void> => {
      expect(await (lines.get(role) as Line).act(command), `${role} ${command.type}`).toMatchObject({ ok: true });
    };

    const random = seedrandom('secrecy');
    const votes: Cast[][] = [];
    for (let n = 1; n <= BALLOTS; n += 1) {
      const ballot = `B${n}`;
      await act('returning-officer', { type: 'open-ballot', recommendation: `R${n}` });
      const cast = castingOf(seats, random);
      for (const { seat, choice } of cast) await act(seat, { type: 'cast-paper', ballot, choice });
      // One is held a second time: of the first papers nothing is left.
      if (n === 1) {
        await act('returning-officer', { type: 'close-ballot', ballot });
        await act('returning-officer', { type: 'reopen-ballot', ballot, reason: 'One could not vote.' });
        for (const { seat, choice } of cast) await act(seat, { type: 'cast-paper', ballot, choice });
        heard.length = 0;
      }
      await act('returning-officer', { type: 'pause-ballot', ballot, reason: 'The line is down.' });
      await act('returning-officer', { type: 'resume-ballot', ballot });
      const beforeTheClose = heard.splice(0);
      expect(beforeTheClose.length).toBeGreaterThan(JURORS);
      expect(beforeTheClose.filter(({ frame }) => tellsOfChoices(frame, ballot))).toEqual([]);
      await act('returning-officer', { type: 'close-ballot', ballot });
      await act('returning-officer', { type: 'certify-ballot', ballot });
      votes.push(cast);
    }
    // What must not be heard before the close is heard, and recognised, after it.
    await lines.get('S01')?.until('the last count', ({ verdict }) => verdict?.ballots.at(-1)?.state === 'closed');
    expect(heard.some(({ role, frame }) => role === 'S01' && tellsOfChoices(frame, `B${BALLOTS}`))).toBe(true);
    expect(server.output()).not.toMatch(/"choice"|"paper/);

    // The files as they are while the server still runs: log and all.
    const disk = readAll(folder);
    const app = await createApp(readConfig({ ALQA_DATA: folder, ALQA_LOG: 'silent' }));
    try {
      await checkRows(app, votes);
      checkBytes(disk, votes);
      checkOrder(readFileSync(join(folder, 'alqa.sqlite'), 'latin1'), await papers(app), votes);
      const record = await publishedRecord(app, seats, company);
      expect(record).toContain('"counts":{"abstain":2,"against":3,"for":10}');
      for (const seat of seats) expect(record).not.toContain(seat);
    } finally {
      await app.close();
    }
  },
);

test('a box left in the order of casting is found out', () => {
  const random = seedrandom('order');
  const seats = Array.from({ length: JURORS }, (_, index) => `S${index}`);
  const votes = Array.from({ length: BALLOTS }, () => castingOf(seats, random));
  const rows = votes.flatMap((cast, n) =>
    cast.map(({ choice }, at) => ({ id: hexHash(`${n} ${at}`), ballot: `B${n + 1}`, choice })),
  );
  const inOrder = rows.map(({ id }) => id);
  expect(() => checkOrder(` ${inOrder.join(' ')}`, rows, votes)).toThrow();
  expect(() => checkOrder(` ${inOrder.toReversed().join(' ')}`, rows, votes)).toThrow();
  checkOrder(` ${inOrder.toSorted().join(' ')}`, rows, votes);
});

/**
 * Seats and choices in a fresh order each: ten for, three against, two abstaining. Whatever order the papers have in the file, as long as it was
 * not made from this one, it agrees with it no more than chance gives.
 */
function castingOf(seats: readonly string[], random: () => number): Cast[] {
  const inChance = <T>(list: readonly T[]): T[] =>
    list
      .map((value) => ({ value, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  const choices = inChance(seats.map((_, at): Choice => (at < 10 ? 'for' : at < 13 ? 'against' : 'abstain')));
  return inChance(seats).map((seat, at) => ({ seat, choice: choices[at] as Choice }));
}

/** Whether a packet carries counts or a choice of this ballot while it may not. */
function tellsOfChoices(frame: unknown, ballot: string): boolean {
  const text = JSON.stringify(frame);
  if (/choice/.test(text)) return true;
  const closing = new RegExp(`ballot-closed[^{}]*${ballot}\\b`);
  const open = new RegExp(`\\\\"id\\\\":\\\\"${ballot}\\\\"[^{}]*\\\\"decision\\\\":\\{`);
  return closing.test(text) || open.test(text);
}

async function papers({ database }: App): Promise<readonly { id: string; ballot: string; choice: string }[]> {
  const rows = await database.reader.selectFrom('paper').select(['id', 'ballot', 'choice']).execute();
  expect(rows).toHaveLength(JURORS * BALLOTS);
  return rows;
}

/** No row names a seat beside a choice, nor can one be guessed from what stands beside the seat. */
async function checkRows({ database }: App, votes: readonly (readonly Cast[])[]): Promise<void> {
  const commands = await database.reader.selectFrom('command').selectAll().where('actor', 'like', 'seat:%').execute();
  const entries = await database.reader.selectFrom('journal').selectAll().where('actor_kind', '=', 'seat').execute();
  const casts = entries.filter(({ body }) => body.includes('paper-cast'));
  expect(casts).toHaveLength(JURORS * (BALLOTS + 1));
  for (const { body } of casts)
    expect(Object.keys(JSON.parse(body) as object).sort()).toEqual(['ballot', 'seat', 'type']);

  // Two who chose differently must have left rows of the same kind.
  const kinds = new Map<Choice, Set<string>>([
    ['for', new Set()],
    ['against', new Set()],
    ['abstain', new Set()],
  ]);
  for (const [index, cast] of votes.entries())
    for (const { seat, choice } of cast) {
      const entry = casts.find(({ actor_id, body }) => actor_id === seat && body.includes(`"B${index + 1}"`));
      const command = commands.find(({ id }) => id === entry?.command);
      kinds.get(choice)?.add(`${command?.fingerprint} ${(command?.outcome ?? '').replace(/\d+/g, 'n')} ${index}`);
    }
  expect(kinds.get('against')).toEqual(kinds.get('for'));
  expect(kinds.get('abstain')).toEqual(kinds.get('for'));
}

/** Neither the choice as a command nor its hash lies anywhere near a seat in any file. */
function checkBytes(disk: string, votes: readonly (readonly Cast[])[]): void {
  expect(disk).not.toContain('"choice"');
  for (const choice of ['for', 'against', 'abstain'] as const)
    for (const index of votes.keys()) {
      const command = { ballot: `B${index + 1}`, choice, type: 'cast-paper' };
      for (const text of [
        JSON.stringify(command),
        JSON.stringify({ type: 'cast-paper', ballot: command.ballot, choice }),
      ]) {
        expect(disk).not.toContain(text);
        expect(disk).not.toContain(hexHash(text));
      }
    }
}

/**
 * The place of a paper in the file says nothing about when it was cast: over fifty ballots, the choices in the order of the file agree with those
 * in the order of casting, or in its reverse, no more than chance gives (4.5 standard deviations, once in 150,000 runs).
 */
function checkOrder(
  file: string,
  rows: readonly { id: string; ballot: string; choice: string }[],
  votes: readonly (readonly Cast[])[],
): void {
  const agreement = { forth: 0, back: 0 };
  let variance = 0;
  for (const [index, cast] of votes.entries()) {
    const placed = rows
      .filter(({ ballot }) => ballot === `B${index + 1}`)
      .map((paper) => ({ ...paper, at: file.indexOf(paper.id) }))
      .sort((a, b) => a.at - b.at);
    expect(placed.every(({ at }) => at > 0)).toBe(true);
    const inFile = placed.map(({ choice }) => Number(choice === 'for'));
    const asCast = cast.map(({ choice }) => Number(choice === 'for'));
    const agreesWith = (order: readonly number[]): number =>
      inFile.filter((value, at) => value === order[at]).length - expectedAgreement(asCast);
    agreement.forth += agreesWith(asCast);
    agreement.back += agreesWith(asCast.toReversed());
    variance += agreementVariance(asCast);
  }
  for (const deviation of Object.values(agreement)) expect(Math.abs(deviation) / Math.sqrt(variance)).toBeLessThan(4.5);
}

const share = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of two orders of the same votes, how many places agree on average: n·(p² + q²). */
const expectedAgreement = (votes: readonly number[]): number =>
  votes.length * (share(votes) ** 2 + (1 - share(votes)) ** 2);

/** Its variance: agreement is n − 2·(misplaced), and the number of matches is hypergeometric. */
function agreementVariance(votes: readonly number[]): number {
  const n = votes.length;
  const k = n * share(votes);
  return (4 * (k * k * (n - k) * (n - k))) / (n * n * (n - 1));
}

async function publishedRecord(app: App, seats: readonly string[], { organiser, oversight }: Company): Promise<string> {
  const run = async (actor: Actor, command: Command): Promise<void> =>
    expect(await app.commands.run({ jury: 'J1', actor, id: newCommandId(), command })).toMatchObject({
      ok: true,
    }) as void;
  for (const id of seats) await run({ kind: 'seat', id }, { type: 'approve-verdict' });
  await run(organiser, { type: 'propose-release', notice: 0, language: 'en', note: 'Namesakes.' });
  await run(oversight, { type: 'agree-release' });
  await run(organiser, { type: 'publish-verdict' });
  const standing = await app.juries.standing('J1');
  return canonicalize(standing && publicRecord(standing.jury, {})) as string;
}

/** A jury at the vote with as many frozen recommendations as there will be ballots, and a cookie for each role. */
async function prepare(folder: string, origin: string) {
  const app = await createApp(readConfig({ ALQA_DATA: folder, ORIGIN: origin, ALQA_LOG: 'error' }));
  try {
    const { seats, hands, company } = await seatJury(app, { jury: 'J1', seats: JURORS });
    for (const to of ['deliberating', 'drafting'] as const)
      await hands.give(company.organiser, { type: 'advance-stage', to });
    for (let n = 1; n <= BALLOTS; n += 1) {
      const wording = { title: `Proposal ${n}`, text: 'Do it.', rationale: 'It helps.', addressee: 'The city' };
      const citations = [{ kind: 'exhibit' as const, id: 'E1' }];
      await hands.give({ kind: 'seat', id: 'S01' }, { type: 'propose-recommendation', ...wording, citations });
      await hands.give(company.facilitator, { type: 'freeze-recommendation', recommendation: `R${n}`, version: 1 });
    }
    await hands.give(company.organiser, { type: 'advance-stage', to: 'voting' });
    const cookies = new Map<string, string>();
    const everyone: (readonly [string, Actor])[] = [
      ...seats.map((id) => [id, { kind: 'seat', id }] as const),
      ...Object.entries(company),
      ['W1', { kind: 'witness', id: 'W1' }],
    ];
    for (const [role, actor] of everyone) cookies.set(role, await cookieFor(app, 'J1', actor));
    return { cookies, seats, company };
  } finally {
    await app.close();
  }
}
