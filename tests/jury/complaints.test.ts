import { describe, expect, test } from 'vitest';
import { complaintsOf } from '../../src/lib/jury/complaints/complaints.ts';
import { writeLetter } from '../../src/lib/i18n/letters.ts';
import { isStillSo, occasionsOf } from '../../src/lib/jury/publication/letters.ts';
import type { Letter } from '../../src/lib/jury/publication/letter-kinds.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { LOCALES, ROLES } from '../../src/lib/jury/terms.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { tellings } from '../../src/lib/server/audience.ts';
import {
  AUTHORITY,
  FACILITATOR,
  OBSERVER,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
  play,
  witness,
} from '../support/jury.ts';
import type { Actor, Step } from '../support/jury.ts';

const SECRET = 'They paid the first speaker.';
const file = (actor: Actor, text = SECRET): Step => [actor, { type: 'file-complaint', subject: 'evidence', text }];
const answer = (complaint = 'J1') =>
  ({ type: 'answer-complaint', complaint, summary: 'On who was heard.', reply: 'Fees are public.' }) as const;

const live = juryAfter('deliberating');
const filed = play(live, [file(juror(2)), file(witness(1), 'We waited two hours.')]);
const answered = play(filed, [[OVERSIGHT, { ...answer(), note: 'The name of a street.' }]]);
const seen = (viewer: Viewer, of = answered) => viewJury(of.jury, viewer).complaints;

describe('a complaint about the process', () => {
  test('[P80] is filed by whoever takes part or works for the jury, and by nobody else', () => {
    for (const actor of [juror(2), witness(1), OBSERVER, ORGANISER, FACILITATOR, OFFICER, AUTHORITY])
      expect(play(live, [file(actor)]).jury.complaints).toMatchObject([{ id: 'J1', complainant: actor }]);
    for (const actor of [OVERSIGHT, { kind: 'public' }, { kind: 'seat', id: 'A01' }] as const)
      expect(codeOf(live, ...file(actor))).toBe('not-allowed');
    expect(codeOf(juryAt('designing'), ...file(ORGANISER))).toBe('wrong-stage');
    expect(play(juryAt('closed'), [file(ORGANISER)]).jury.complaints).toHaveLength(1);
  });

  test('[P80] five of one person wait at most, and others are not kept from theirs', () => {
    const full = play(
      live,
      [1, 2, 3, 4, 5].map((number) => file(juror(2), `Number ${number}.`)),
    );
    expect(codeOf(full, ...file(juror(2)))).toBe('complaints-waiting');
    expect(play(full, [file(juror(3))]).jury.complaints).toHaveLength(6);
    expect(play(full, [[OVERSIGHT, answer()], file(juror(2))]).jury.complaints).toHaveLength(6);
  });

  test('[P82] oversight answers it, once, and nobody their own', () => {
    for (const actor of [ORGANISER, FACILITATOR, juror(2), AUTHORITY])
      expect(codeOf(filed, actor, answer())).toBe('not-allowed');
    expect(codeOf(filed, OVERSIGHT, answer('J9'))).toBe('unknown-complaint');
    expect(codeOf(answered, OVERSIGHT, answer())).toBe('complaint-answered');
    const { id } = OFFICER as { readonly id: string };
    const promoted = play(live, [
      file(OFFICER),
      [ORGANISER, { type: 'dismiss-member', member: id, reason: 'Joins oversight.' }],
      [ORGANISER, { type: 'appoint-member', member: id, role: 'oversight' }],
    ]);
    expect(codeOf(promoted, OFFICER, answer())).toBe('own-complaint');
    expect(play(promoted, [[OVERSIGHT, answer()]]).jury.complaints[0]?.answer?.reply.text).toBe('Fees are public.');
  });

  test('[P84] a name that is found needs a reason', () => {
    const found = { facts: { findings: 1 } };
    expect(codeOf(filed, OVERSIGHT, answer(), found)).toBe('findings-unexplained');
    const [event] = eventsOf(filed, OVERSIGHT, { ...answer(), note: 'It is a street.' }, found);
    expect(event).toMatchObject({ type: 'complaint-answered', note: { text: 'It is a street.' } });
  });
});

describe('who sees a complaint', () => {
  test('[W50] [P81] oversight and whoever filed it; the note oversight alone', () => {
    expect(seen({ role: 'oversight' })).toMatchObject([{ text: { text: SECRET }, answer: { note: {} } }, { id: 'J2' }]);
    const own = seen({ role: 'juror', seat: 'S02' });
    expect(own).toMatchObject([{ id: 'J1', text: { text: SECRET }, answer: { reply: { text: 'Fees are public.' } } }]);
    expect(own?.[0]?.answer).not.toHaveProperty('note');
    expect(seen({ role: 'juror', seat: 'S03' })).toEqual([]);
    for (const role of ROLES.filter((one) => one !== 'oversight')) expect(seen({ role }) ?? []).toEqual([]);
  });

  test('[W50] members and witnesses read their own again, and an equal number of another kind nobody else’s', () => {
    const { complaints } = answered.jury;
    expect(complaintsOf(complaints, witness(1)).map(({ id }) => id)).toEqual(['J2']);
    expect(complaintsOf(complaints, juror(2))[0]?.answer).not.toHaveProperty('note');
    for (const actor of [ORGANISER, FACILITATOR, { kind: 'public' }, { kind: 'member', id: 'S02' }] as const)
      expect(complaintsOf(complaints, actor)).toEqual([]);
  });

  test('[W50] over the wire the juror and oversight are told, and others that something has happened', () => {
    const first = live.log.length;
    const told = tellings({ jury: answered.jury, entries: answered.log.slice(first) as never });
    const rooms = (text: string) =>
      told.filter(({ entries }) => JSON.stringify(entries).includes(text)).flatMap((one) => one.rooms);
    const { id } = answered.jury;
    expect(rooms(SECRET).toSorted()).toEqual([`role ${id} oversight`, `seat ${id} S02`]);
    expect(rooms('We waited')).toEqual([`role ${id} oversight`]);
    expect(rooms('name of a street')).toEqual([`role ${id} oversight`]);
    for (const { event } of answered.log.slice(first)) expect(viewEvent(event, { role: 'organiser' })).toBeNull();
  });
});

describe('complaints in the public record', () => {
  test('[P83] each with its day, what it was about and the answer, or that there is none yet', () => {
    const record = publicRecord(answered.jury, {})!;
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
    expect(record.process.complaints).toEqual([
      {
        id: 'J1',
        subject: 'evidence',
        day,
        answer: { day, summary: 'On who was heard.', reply: 'Fees are public.' },
      },
      { id: 'J2', subject: 'evidence', day, answer: null },
    ]);
    const published = JSON.stringify(record);
    for (const word of [SECRET, 'We waited', 'complainant', 'name of a street']) expect(published).not.toContain(word);
  });
});

describe('letters about a complaint', () => {
  const occasions = (of = answered) =>
    of.log.slice(live.log.length).flatMap(({ event }) => occasionsOf(of.jury, event));
  const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const about = {
    jury: answered.jury,
    to: { role: 'juror' },
    ref: null,
    origin: 'https://jury.example',
    link: null,
    linkUntil: null,
    follow: null,
  };

  test('[P88] one to oversight when it comes in, one to whoever filed it when it is answered', () => {
    const { id } = OVERSIGHT as { readonly id: string };
    expect(occasions().map(({ to, letter }) => [letter, to])).toEqual([
      [
        { kind: 'complaint', complaint: 'J1' },
        { kind: 'members', members: [id] },
      ],
      [
        { kind: 'complaint', complaint: 'J2' },
        { kind: 'members', members: [id] },
      ],
      [
        { kind: 'complaint-answered', complaint: 'J1' },
        { kind: 'seats', seats: ['S02'] },
      ],
    ]);
    expect(new Set(occasions().map(({ reason }) => reason)).size).toBe(3);
    const both = play(live, [file(witness(1)), file(OBSERVER), [OVERSIGHT, answer()], [OVERSIGHT, answer('J2')]]);
    expect(
      occasions(both)
        .slice(2)
        .map(({ to }) => to),
    ).toEqual([
      { kind: 'witnesses', witnesses: ['W1'] },
      { kind: 'members', members: [(OBSERVER as { readonly id: string }).id] },
    ]);
  });

  test('[P88] oversight is not written to of what it has answered, nor whoever has left it', () => {
    const letter = { kind: 'complaint', complaint: 'J1' } as const;
    const { id } = OVERSIGHT as { readonly id: string };
    expect(isStillSo(filed.jury, letter, `account:${id}`, dayAt)).toBe(true);
    expect(isStillSo(filed.jury, letter, 'account:somebody', dayAt)).toBe(false);
    expect(isStillSo(answered.jury, letter, `account:${id}`, dayAt)).toBe(false);
  });

  test.each(LOCALES)('[P88] in %s they say where to read on, and nothing of the complaint', async (locale) => {
    for (const kind of ['complaint', 'complaint-answered'] as const) {
      const letter: Letter = { kind, complaint: 'J1' };
      const { subject, text } = await writeLetter(letter, about, locale);
      expect(text).toContain('https://jury.example/complaints/');
      expect(text).toContain('J1');
      for (const secret of [SECRET, 'S02', 'On who was heard', 'Fees', 'evidence']) {
        expect(text).not.toContain(secret);
        expect(subject).not.toContain(secret);
      }
      expect(subject + text).not.toMatch(/undefined|\{\w+\}/);
    }
  });
});
