import { describe, expect, test } from 'vitest';
import { complaintsOf } from '../../src/lib/jury/complaints/complaints.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
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
    for (const actor of [juror(2), witness(1), ORGANISER, FACILITATOR, OFFICER, AUTHORITY])
      expect(play(live, [file(actor)]).jury.complaints).toMatchObject([{ id: 'J1', complainant: actor }]);
    for (const actor of [OVERSIGHT, OBSERVER, { kind: 'public' }, { kind: 'seat', id: 'A01' }] as const)
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
