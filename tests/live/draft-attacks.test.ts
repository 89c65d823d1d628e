import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { PARTS, newDocument } from '../../src/lib/live/draft/document.ts';
import { takeInto } from '../../src/lib/live/draft/inspect.ts';
import { LONGEST_FIELD } from '../../src/lib/live/draft/longest-field.ts';
import { isNumberOf, markOf, writerNumber } from '../../src/lib/live/draft/marks.ts';
import { fromBase64, toBase64 } from '../../src/lib/live/draft/messages.ts';
import { fractionsFrom } from '../../src/lib/jury/chance.ts';
import { seatJury } from './seated.ts';
import { serve } from './served.ts';
import { agreed, beginDrafting, stored, writer } from './writers.ts';

// A jury is drawn and seated for each of them.
vi.setConfig({ testTimeout: 30_000 });

/** A change that somebody at `seat` might have made with tools of their own. */
function made(seat: string, make: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = writerNumber(seat, 0.5);
  make(doc);
  return Y.encodeStateAsUpdate(doc);
}
const outcome = (update: Uint8Array, seat = 'S02', doc = newDocument()): string => {
  const taken = takeInto(doc, update, seat);
  return taken.ok ? 'taken' : taken.error.code;
};

describe('[V46] what a change may hold', () => {
  test('text, headings, list items and citations', () => {
    const update = made('S02', (doc) => {
      doc.getText('text').insert(0, '\u001dA heading\n A paragraph\u001eAn item');
      doc.getMap('cites').set('exhibit:E1', true);
    });
    expect(outcome(update)).toBe('taken');
  });

  const alien: readonly (readonly [string, (doc: Y.Doc) => void])[] = [
    ['another part', (doc) => doc.getText('elsewhere').insert(0, 'x')],
    ['a part that every object has', (doc) => doc.getText('constructor').insert(0, 'x')],
    ['a picture', (doc) => doc.getText('text').insertEmbed(0, { image: 'https://evil.example/x.png' })],
    ['a link', (doc) => doc.getText('text').insert(0, 'x', { href: 'javascript:alert(1)' })],
    ['bold letters', (doc) => doc.getText('text').insert(0, 'x', { bold: true })],
    ['a text within the text', (doc) => doc.getText('text').insertEmbed(0, new Y.Text('x'))],
    ['an element', (doc) => doc.getXmlFragment('text').insert(0, [new Y.XmlElement('script')])],
    ['an attribute of the text', (doc) => doc.getText('text').setAttribute('onclick', 'alert(1)')],
    ['a document', (doc) => doc.getMap('cites').set('exhibit:E1', new Y.Doc())],
    ['a list', (doc) => doc.getMap('cites').set('exhibit:E1', new Y.Array())],
    ['a citation of something else', (doc) => doc.getMap('cites').set('__proto__', true)],
    ['a citation with a value', (doc) => doc.getMap('cites').set('exhibit:E1', 'x'.repeat(1_000))],
    ['bytes', (doc) => doc.getMap('cites').set('exhibit:E1', new Uint8Array(10))],
  ];
  test.each(alien)('not %s', (_what, make) => {
    expect(outcome(made('S02', make))).toBe('draft-invalid');
  });

  test('nothing under the number of another seat, of the server or of nobody', () => {
    const words = (doc: Y.Doc) => void doc.getText('text').insert(0, 'x');
    expect(outcome(made('S03', words), 'S02')).toBe('draft-invalid');
    const unmarked = new Y.Doc();
    words(unmarked);
    expect(outcome(Y.encodeStateAsUpdate(unmarked))).toBe('draft-invalid');
    expect(isNumberOf('S02', writerNumber('S02', 0))).toBe(true);
    expect(isNumberOf('S02', writerNumber('A02', 0.9))).toBe(false);
    expect(isNumberOf(null, writerNumber('S01', 0))).toBe(false);
    expect(markOf('A03')).not.toBe(markOf('S03'));
  });

  test('nothing whose beginning is missing', () => {
    const doc = new Y.Doc();
    doc.clientID = writerNumber('S02', 0.1);
    doc.getText('text').insert(0, 'first');
    const before = Y.encodeStateVector(doc);
    doc.getText('text').insert(5, ' second');
    expect(outcome(Y.encodeStateAsUpdate(doc, before))).toBe('draft-behind');
  });

  test('no field without end', () => {
    const long = made('S02', (doc) => void doc.getText('text').insert(0, 'x'.repeat(LONGEST_FIELD + 1)));
    expect(outcome(long)).toBe('too-large');
    const deleted = made('S02', (doc) => {
      doc.getText('text').insert(0, 'x'.repeat(200_000));
      doc.getText('text').delete(0, 200_000);
    });
    expect(outcome(deleted)).toBe('draft-invalid');
  });

  test('a change that comes twice is taken once', () => {
    const doc = newDocument();
    const update = made('S02', (other) => void other.getText('text').insert(0, 'once'));
    expect(takeInto(doc, update, 'S02')).toEqual({ ok: true, value: { isNew: true } });
    expect(takeInto(doc, update, 'S02')).toEqual({ ok: true, value: { isNew: false } });
    // Known words may come along with a change of somebody else.
    expect(takeInto(doc, update, 'S03')).toEqual({ ok: true, value: { isNew: false } });
  });

  test('garbage and damaged changes are refused and never thrown', () => {
    const dice = fractionsFrom('garbage');
    const good = made('S02', (doc) => {
      doc.getText('text').insert(0, 'Some words of a juror.');
      doc.getText('text').delete(3, 4);
      doc.getMap('cites').set('exhibit:E1', true);
    });
    for (let round = 0; round < 3_000; round += 1) {
      const bytes =
        round % 2 === 0
          ? Uint8Array.from({ length: Math.floor(dice() * 200) }, () => Math.floor(dice() * 256))
          : good.with(Math.floor(dice() * good.length), Math.floor(dice() * 256));
      const doc = newDocument();
      const taken = takeInto(doc, bytes, 'S02');
      if (taken.ok) expect([...doc.share.keys()].toSorted()).toEqual(PARTS.toSorted());
    }
  });
});

describe('over the line', () => {
  async function atWork() {
    const served = await serve();
    const seated = await seatJury(served.app, { jury: 'J1', seats: 15 });
    await beginDrafting(seated);
    const row = async () =>
      String((await served.app.database.reader.selectFrom('draft').select('epoch').executeTakeFirst())?.epoch);
    return { ...served, ...seated, row };
  }

  test('[V46] garbage, a foreign number and a message of ten megabytes leave the draft and the neighbour as they were', async () => {
    const room = await atWork();
    const { jury } = room;
    const good = await writer(room, jury, 'S02');
    const bad = await writer(room, jury, 'S03');
    const before = good.text();
    const about = { jury, recommendation: 'R1', epoch: await room.row() };
    const send = (update: string) => bad.line.socket.emitWithAck('draft-update', { ...about, update });

    expect(await send(toBase64(Uint8Array.of(255, 255, 255, 255, 7)))).toMatchObject({
      error: { code: 'draft-invalid' },
    });
    const forged = made('S02', (doc) => void doc.getText('text').insert(0, 'In the name of another.'));
    expect(await send(toBase64(forged))).toMatchObject({ error: { code: 'draft-invalid' } });
    expect(await send('not Base64!')).toMatchObject({ error: { code: 'invalid' } });
    expect(await send(`${toBase64(new Uint8Array(46_000))}`)).toMatchObject({ error: { code: 'invalid' } });
    const wrong = { ...about, epoch: 'another', update: 'AAA=' };
    expect(await bad.line.socket.emitWithAck('draft-update', wrong)).toMatchObject({ error: { code: 'draft-behind' } });

    const cut = new Promise((resolve) => bad.line.socket.once('disconnect', resolve));
    bad.line.socket.emit('draft-update', { ...about, update: 'A'.repeat(10_000_000) }, () => undefined);
    await cut;
    good.type(1, 'Undisturbed. ');
    const text = await agreed([good, bad]);
    expect(text).toBe(`\nUndisturbed. ${before.slice(1)}`);
    expect((await stored(room.app, jury)).getText('text').toString()).toBe(text);
  });

  test('[V46] a draft whose stored changes would grow without end is refused more', async () => {
    const room = await atWork();
    const one = await writer(room, room.jury, 'S02');
    // Written and deleted again and again, without ever being long.
    const doc = new Y.Doc({ gc: false });
    doc.clientID = writerNumber('S02', 0.7);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(one.draft.doc));
    const about = { jury: room.jury, recommendation: 'R1', epoch: await room.row() };
    let refused: string | null = null;
    for (let round = 0; round < 60 && refused === null; round += 1) {
      const before = Y.encodeStateVector(doc);
      doc.getText('rationale').insert(1, `${round}`.padEnd(11_000, 'я'));
      const update = toBase64(Y.encodeStateAsUpdate(doc, before));
      const reply = await one.line.socket.emitWithAck('draft-update', { ...about, update });
      doc.getText('rationale').delete(1, 11_000);
      if (!reply.ok) refused = reply.error.code;
      else
        await one.line.socket.emitWithAck('draft-update', {
          ...about,
          update: toBase64(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))),
        });
    }
    expect(refused).toBe('too-large');
  });

  test('bytes come back as they went', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });
});
