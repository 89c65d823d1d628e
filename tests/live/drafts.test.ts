import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { cookieFor, seatJury } from './seated.ts';
import type { Seated } from './seated.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';
import { WORDS, agreed, beginDrafting, memoryStorage, stored, writer } from './writers.ts';

// A jury is drawn and seated for each of them.
vi.setConfig({ testTimeout: 30_000 });

async function drafting(settings?: Record<string, string>): Promise<Served & Seated> {
  const served = await serve(settings);
  const seated = await seatJury(served.app, { jury: 'J1', seats: 15 });
  await beginDrafting(seated);
  return { ...served, ...seated };
}
const seat = (id: string) => ({ kind: 'seat', id }) as const;
const recommendation = async ({ app, jury }: Served & Seated) =>
  (await app.juries.standing(jury))?.jury.verdict.recommendations[0];

describe('writing together', () => {
  test('begins with the wording as it stands, and two see each other write', async () => {
    const room = await drafting();
    const one = await writer(room, room.jury, 'S02');
    const two = await writer(room, room.jury, 'S03');
    expect(one.draft.state).toMatchObject({ opened: true, writes: true });
    expect(one.text()).toBe('\nBuses run all night.\nTheir fare stays low.');
    one.type(1, 'All ');
    two.type(two.text().length, ' For everyone.');
    expect(await agreed([one, two])).toBe('\nAll Buses run all night.\nTheir fare stays low. For everyone.');
    expect((await stored(room.app, room.jury)).getText('text').toString()).toBe(one.text());
  });

  test('[V47] what was written while the line was broken is merged when it is back', async () => {
    const room = await drafting();
    const one = await writer(room, room.jury, 'S02');
    const two = await writer(room, room.jury, 'S03');
    two.line.socket.io.engine.close();
    await two.until('the line to break', ({ connected }) => !connected);
    two.type(1, 'Offline. ');
    one.draft.doc.getText('text').delete(1, 20);
    one.type(1, 'Online. ');
    expect(two.draft.state.waiting).toBe(true);
    const text = await agreed([one, two]);
    expect(text).toContain('Offline. ');
    expect(text).toContain('Online. ');
    expect(text).not.toContain('Buses run');
  });

  test('[V47] words of a tab that was closed wait on the device and are sent by the next one', async () => {
    const room = await drafting();
    const storage = memoryStorage();
    const before = await writer(room, room.jury, 'S02', storage);
    before.line.socket.disconnect();
    await before.until('the line to break', ({ connected }) => !connected);
    before.type(1, 'Typed in the tunnel. ');
    expect(Object.keys(storage)).toHaveLength(1);
    before.draft.close();
    // What cannot be read stands in nobody's way.
    const [kept = ''] = Object.keys(storage);
    storage.setItem(`${kept}1`, 'no Base64!');
    storage.setItem(`${kept}2`, 'AAAA');

    const after = await writer(room, room.jury, 'S02', storage);
    const other = await writer(room, room.jury, 'S03');
    expect(await agreed([after, other])).toContain('Typed in the tunnel. ');
    await after.until('nothing to be kept', () => Object.keys(storage).length === 0);
  });

  test('[V46] every change is on the disk before anybody is told, and a restart loses none', async () => {
    const room = await drafting();
    const one = await writer(room, room.jury, 'S02');
    const two = await writer(room, room.jury, 'S03');
    const heard = new Promise<string>((resolve) =>
      two.line.socket.once('draft-updated', () => {
        void stored(room.app, room.jury).then((doc) => resolve(doc.getText('text').toString()));
      }),
    );
    one.type(1, 'Stored. ');
    expect(await heard).toContain('Stored. ');
    for (let round = 0; round < 230; round += 1) one.type(1, `${round} `);
    const text = await agreed([one, two]);
    for (const each of [one, two]) each.draft.close();
    const again = await serve({ ALQA_DATA: room.app.database.folder });
    const later = await writer(again, room.jury, 'S04');
    expect(later.text()).toBe(text);
  });

  test('[V45] a cursor is told with the seat of the session, and goes when its page goes', async () => {
    const room = await drafting();
    const one = await writer(room, room.jury, 'S02');
    const two = await writer(room, room.jury, 'S03');
    const at = btoa('\u0000');
    one.draft.point({ field: 'text', anchor: at, head: at });
    await two.until('a cursor', ({ cursors }) => cursors.length === 1);
    expect(two.draft.state.cursors[0]).toMatchObject({ seat: 'S02', cursor: { field: 'text' } });
    const late = await writer(room, room.jury, 'S04');
    expect(late.draft.state.cursors.map((cursor) => cursor.seat)).toEqual(['S02']);
    const forged = {
      jury: room.jury,
      recommendation: 'R1',
      cursor: { field: 'text', anchor: at, head: at },
      seat: 'S09',
    };
    expect(await one.line.socket.emitWithAck('draft-cursor', forged as never)).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    one.line.socket.disconnect();
    await two.until('the cursor to go', ({ cursors }) => cursors.every((cursor) => cursor.seat !== 'S02'));
  });
});

describe('who may', () => {
  test('[V44] no office, no witness and no juror of another jury reads or writes', async () => {
    const room = await drafting();
    const { app, jury, company, line } = room;
    await writer(room, jury, 'S02');
    const before = (await stored(app, jury)).getText('text').toString();
    for (const actor of [company.organiser, company.facilitator, company.oversight, company.observer]) {
      const staff = await line({ jury, cookie: await cookieFor(app, jury, actor) });
      const heard: unknown[] = [];
      staff.socket.on('draft-updated', (message) => void heard.push(message));
      const about = { jury, recommendation: 'R1' };
      expect(await staff.socket.emitWithAck('draft-open', about)).toEqual({
        ok: false,
        error: { code: 'not-allowed' },
      });
      const update = { ...about, epoch: 'x', update: 'AAA=' };
      expect(await staff.socket.emitWithAck('draft-update', update)).toMatchObject({ ok: false });
      expect(await staff.act({ type: 'file-draft', recommendation: 'R1', base: 1 })).toMatchObject({ ok: false });
      expect(heard).toEqual([]);
    }
    await seatJury(app, { jury: 'J2', seats: 15 });
    const stranger = await line({ jury: 'J2', cookie: await cookieFor(app, 'J2', seat('S01')) });
    expect(await stranger.socket.emitWithAck('draft-open', { jury, recommendation: 'R1' })).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect((await stored(app, jury)).getText('text').toString()).toBe(before);
  });

  test('[V44] where a group stands the others follow, and what they send is refused', async () => {
    const room = await drafting();
    const { jury, hands } = room;
    for (const id of ['S02', 'S03']) await hands.give(seat(id), { type: 'join-writing-group', recommendation: 'R1' });
    const member = await writer(room, jury, 'S02');
    const reader = await writer(room, jury, 'S09');
    expect(reader.draft.state).toMatchObject({ opened: true, writes: false });
    member.type(1, 'By the group. ');
    await reader.until('the words of the group', () => reader.text().includes('By the group. '));
    const forged = new Y.Doc();
    forged.clientID = reader.draft.doc.clientID;
    forged.getText('text').insert(0, 'Mine');
    const epoch = String(
      (await room.app.database.reader.selectFrom('draft').select('epoch').executeTakeFirst())?.epoch,
    );
    const update = btoa(String.fromCharCode(...Y.encodeStateAsUpdate(forged)));
    expect(await reader.line.socket.emitWithAck('draft-update', { jury, recommendation: 'R1', epoch, update })).toEqual(
      {
        ok: false,
        error: { code: 'not-in-group' },
      },
    );
    expect(member.text()).not.toContain('Mine');
  });

  test('[V44] what is frozen takes no more changes', async () => {
    const room = await drafting();
    const one = await writer(room, room.jury, 'S02');
    await room.hands.give(room.company.facilitator, {
      type: 'freeze-recommendation',
      recommendation: 'R1',
      version: 1,
    });
    one.type(1, 'Too late. ');
    await one.until('a refusal', ({ refused }) => refused?.code === 'recommendation-not-open');
    expect((await stored(room.app, room.jury)).getText('text').toString()).not.toContain('Too late');
    expect(one.draft.state).toMatchObject({ writes: false, waiting: true });
  });
});

describe('from draft to record', () => {
  test('[V42] what is filed is what everybody sees, and the draft goes on from it', async () => {
    const room = await drafting();
    const { jury, hands } = room;
    for (const id of ['S02', 'S03']) await hands.give(seat(id), { type: 'join-writing-group', recommendation: 'R1' });
    const one = await writer(room, jury, 'S02');
    const two = await writer(room, jury, 'S03');
    one.type(one.text().length, ' So be it.');
    two.type(0, 'Please: ', 'title');
    await agreed([one, two]);
    const filing = { type: 'file-draft', recommendation: 'R1', base: 1 } as const;
    const filed = await Promise.all([one.line.act(filing), two.line.act(filing)]);
    expect(filed.map((reply) => (reply.ok ? 'filed' : reply.error.code)).toSorted()).toEqual([
      'filed',
      'recommendation-changed',
    ]);
    const version = (await recommendation(room))?.versions[1];
    expect(version).toMatchObject({ number: 2, group: ['S02', 'S03'], paragraphs: ['p1', 'p2'] });
    expect(version?.title.text).toBe('Please: Run buses all night');
    expect(version?.text.text).toBe('Buses run all night.\n\nTheir fare stays low. So be it.');
    one.type(1, 'Again: ');
    await agreed([one, two]);
    expect(one.text()).toBe('\nAgain: Buses run all night.\nTheir fare stays low. So be it.');
  });

  test('[V48] a version by the simple form is merged into the draft and overwrites nothing', async () => {
    const room = await drafting();
    const one = await writer(room, room.jury, 'S02');
    one.type(one.text().length, ' Written together.');
    await agreed([one]);
    const text = 'Buses run all night and all day.\n\nTheir fare stays low.\n\nDrivers are asked first.';
    await room.hands.give(seat('S05'), {
      type: 'revise-recommendation',
      recommendation: 'R1',
      base: 1,
      ...WORDS,
      text,
    });
    await one.until('the other words', () => one.text().includes('all day'));
    expect(one.text()).toContain('Written together.');
    expect(one.text()).toContain('\nDrivers are asked first.');
    const base = await room.app.database.reader.selectFrom('draft').select('base_version').executeTakeFirst();
    expect(base?.base_version).toBe(2);
    // The same again after a restart, where nobody had the draft open.
    one.draft.close();
    await room.hands.give(seat('S05'), {
      type: 'revise-recommendation',
      recommendation: 'R1',
      base: 2,
      ...WORDS,
      text: `${text}\n\nAnd again.`,
    });
    const filed = await room.app.commands.run({
      jury: room.jury,
      actor: seat('S02'),
      id: newCommandId(),
      command: { type: 'file-draft', recommendation: 'R1', base: 3 },
    });
    expect(filed.ok).toBe(true);
    const last = (await recommendation(room))?.versions.at(-1);
    expect(last?.text.text).toContain('Written together.');
    expect(last?.text.text).toContain('And again.');
    expect(last?.paragraphs).toEqual(['p1', 'p2', 'p3', 'p4']);
  });

  test('[V49] a withdrawn recommendation takes its draft with it', async () => {
    const room = await drafting();
    const one = await writer(room, room.jury, 'S02');
    one.type(1, 'Gone soon. ');
    await agreed([one]);
    await room.hands.give(seat('S01'), { type: 'withdraw-recommendation', recommendation: 'R1', reason: 'No.' });
    const { reader } = room.app.database;
    expect(await reader.selectFrom('draft').selectAll().execute()).toEqual([]);
    expect(await reader.selectFrom('draft_update').selectAll().execute()).toEqual([]);
  });
});
