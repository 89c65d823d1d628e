/** Jurors at one shared draft, each over a real line, and a jury that has something to write. */
import * as Y from 'yjs';
import { onTestFinished } from 'vitest';
import type { Line } from '../../src/cli/play/line.ts';
import { SharedDraft } from '../../src/lib/live/draft/shared-draft.ts';
import type { DraftState } from '../../src/lib/live/draft/shared-draft.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Seated } from './seated.ts';
import { cookieFor } from './seated.ts';
import type { Served } from './served.ts';

export const WORDS = {
  title: 'Run buses all night',
  text: 'Buses run all night.\n\nTheir fare stays low.',
  rationale: 'Shifts end late.',
  addressee: 'The city',
  citations: [{ kind: 'exhibit' as const, id: 'E1' }],
};

/** Brings the jury to drafting, with one recommendation, `R1`. */
export async function beginDrafting({ jury, hands, company }: Seated): Promise<{ jury: string }> {
  const { organiser, facilitator } = company;
  await hands.give(facilitator, { type: 'close-session', session: 'D1' });
  await hands.give(organiser, { type: 'advance-stage', to: 'deliberating' });
  await hands.give(organiser, { type: 'advance-stage', to: 'drafting' });
  await hands.give({ kind: 'seat', id: 'S01' }, { type: 'propose-recommendation', ...WORDS });
  return { jury };
}

export interface Writer {
  readonly draft: SharedDraft;
  readonly line: Line;
  type(at: number, words: string, field?: 'title' | 'text' | 'rationale'): void;
  text(field?: 'title' | 'text' | 'rationale'): string;
  until(what: string, holds: (state: DraftState, draft: SharedDraft) => boolean): Promise<void>;
}

const LONGEST_WAIT = 10_000;

export async function writer(
  served: Served,
  jury: string,
  seat: string,
  storage: Storage | null = null,
): Promise<Writer> {
  const line = await served.line({ jury, cookie: await cookieFor(served.app, jury, { kind: 'seat', id: seat }) });
  const watchers = new Set<() => void>();
  const draft = new SharedDraft({
    jury,
    recommendation: 'R1',
    seat,
    storage,
    onChanged: () => watchers.forEach((watcher) => watcher()),
  });
  draft.doc.on('update', () => watchers.forEach((watcher) => watcher()));
  line.socket.on('connect', () => {
    void line.socket.emitWithAck('join', { jury }).then(() => draft.joined(line.socket));
  });
  line.socket.on('disconnect', () => draft.lost());
  draft.joined(line.socket);
  onTestFinished(() => draft.close());

  const until: Writer['until'] = (what, holds) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds(draft.state, draft)) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(() => reject(new Error(`${seat} waited in vain for: ${what}`)), LONGEST_WAIT);
      watchers.add(look);
      look();
    });
  await until('the draft to open', ({ opened, refused }) => opened || refused !== null);
  return {
    draft,
    line,
    until,
    type: (at, words, field = 'text') => draft.doc.getText(field).insert(at, words),
    text: (field = 'text') => draft.doc.getText(field).toString(),
  };
}

/** Waits until all have sent everything and read the same. */
export async function agreed(writers: readonly Writer[]): Promise<string> {
  await Promise.all(writers.map((one) => one.until('all to be sent', ({ waiting }) => !waiting)));
  const [first] = writers as [Writer];
  const whole = (one: Writer): string => JSON.stringify(one.draft.doc.toJSON());
  await Promise.all(writers.map((one) => one.until('the same words', () => whole(one) === whole(first))));
  return first.text();
}

/** What the server would read from its disk now. */
export async function stored({ database }: App, jury: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const draft = await database.reader.selectFrom('draft').selectAll().where('jury', '=', jury).executeTakeFirst();
  if (draft) Y.applyUpdate(doc, draft.snapshot);
  const updates = await database.reader
    .selectFrom('draft_update')
    .selectAll()
    .where('jury', '=', jury)
    .orderBy('seq')
    .execute();
  for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  return doc;
}

/** A browser's storage. */
export function memoryStorage(): Storage {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
    clear: () => Object.keys(kept).forEach((key) => delete kept[key]),
    key: (index: number) => Object.keys(kept)[index] ?? null,
  };
  return new Proxy(kept, {
    get: (target, key) =>
      key === 'length' ? Object.keys(target).length : (methods as Record<string | symbol, unknown>)[key],
  }) as unknown as Storage;
}
