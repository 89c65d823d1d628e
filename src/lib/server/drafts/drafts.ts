/**
 * The shared drafts: each kept in memory while it is worked on, every change stored before anybody is told of it. Changes of one draft are taken
 * one at a time. Who may do what is asked of the rules by the caller, within the draft's turn.
 */
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { ok, refuse } from '../../jury/result.ts';
import type { Result } from '../../jury/result.ts';
import type { JuryId, SeatId } from '../../jury/terms.ts';
import { asCited, keysOf } from '../../jury/verdict/citation.ts';
import { EXTRAS } from '../../jury/verdict/extras.ts';
import { paragraphIds } from '../../jury/verdict/paragraphs.ts';
import { currentVersion } from '../../jury/verdict/verdict.ts';
import type { Recommendation, Version } from '../../jury/verdict/verdict.ts';
import type { DraftWords } from '../../jury/verdict/writing-rules.ts';
import { beginnings, wordsOf, writeWording } from '../../live/draft/document.ts';
import { takeInto } from '../../live/draft/inspect.ts';
import { attempt } from '../records/attempt.ts';
import type { Database } from '../records/database.ts';
import {
  appendUpdateStatements,
  beginDraftStatements,
  foldStatements,
  readDraft,
  rebaseStatements,
} from '../records/drafts.ts';
import type { DraftKey } from '../records/drafts.ts';
import type { Statement } from '../records/statement.ts';
import { carryOver, documentFrom } from './outside-change.ts';

/** [V46] All that was ever written in a draft, as it is stored. Bytes. */
export const LARGEST_DRAFT = 1_000_000;
/** After so many changes they are folded into a snapshot. */
const FOLD_AFTER = 200;
/** Drafts kept in memory when nobody asks for them. */
const MOST_KEPT = 200;

interface Open {
  readonly epoch: string;
  readonly doc: Y.Doc;
  /** Where a change is tried first, so that a bad one spoils nothing. */
  trial: Y.Doc;
  changes: number;
  size: number;
  baseVersion: number;
  base: Uint8Array;
  /** The document as it was when a version was asked to be filed from it. */
  filing: Uint8Array | null;
}

export interface Change extends DraftKey {
  readonly epoch: string;
  readonly update: Uint8Array;
}

export interface Drafts {
  /** Opens a draft, or begins it with the wording as it stands. `vector` says what the asker has; what is missing comes back. */
  open(
    jury: JuryId,
    recommendation: Recommendation,
    vector: Uint8Array | null,
  ): Promise<Result<Pick<Change, 'epoch' | 'update'>>>;
  /** Stores a change. Says whether it was anything new. `may` is asked once its turn has come. */
  take(change: Change, seat: SeatId, may: () => Promise<Result<unknown>>): Promise<Result<{ readonly isNew: boolean }>>;
  /** The words that would be filed now and, when they are, the rows that belong to the new version; undefined where no draft was begun. */
  forFiling(
    jury: JuryId,
    recommendation: Recommendation,
  ): Promise<{ readonly words: DraftWords; readonly filed: readonly Statement[] } | undefined>;
  /** [V48] Brings a version into the draft that was made without it, if the draft is being worked on. */
  follow(jury: JuryId, recommendation: Recommendation): Promise<void>;
  /** Lets go of what was destroyed. */
  forget(jury: JuryId, recommendation?: string): void;
  /** Hears of the changes that the server itself brings in. */
  onCarried(listener: (change: Change) => void): void;
}

export function createDrafts(database: Database): Drafts {
  const kept = new Map<string, Open>();
  const turns = new Map<string, Promise<unknown>>();
  const listeners = new Set<(change: Change) => void>();
  const nameOf = ({ jury, recommendation }: DraftKey): string => `${jury} ${recommendation}`;
  const fraction = (): number => randomBytes(4).readUInt32BE() / 2 ** 32;
  const copyOf = (doc: Y.Doc): Y.Doc => documentFrom(Y.encodeStateAsUpdate(doc), fraction());

  const inTurn = <T>(key: DraftKey, act: () => Promise<T>): Promise<T> => {
    const name = nameOf(key);
    const turn = (turns.get(name) ?? Promise.resolve()).then(act, act);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    turns.set(name, settled);
    void settled.then(() => turns.get(name) === settled && turns.delete(name));
    return turn;
  };

  const keep = (key: DraftKey, open: Open): Open => {
    kept.set(nameOf(key), open);
    const idle = [...kept.keys()].find((name) => kept.size > MOST_KEPT && !turns.has(name));
    if (idle !== undefined) kept.delete(idle);
    return open;
  };

  const find = async (key: DraftKey): Promise<Open | undefined> => {
    const known = kept.get(nameOf(key));
    if (known) return known;
    const stored = await readDraft(database, key);
    if (!stored) return undefined;
    const { epoch, baseVersion, base, snapshot, updates } = stored;
    const doc = documentFrom(snapshot, fraction());
    for (const update of updates) Y.applyUpdate(doc, update);
    const size = updates.reduce((sum, update) => sum + update.length, snapshot.length);
    return keep(key, {
      epoch,
      doc,
      trial: copyOf(doc),
      changes: updates.length,
      size,
      baseVersion,
      base,
      filing: null,
    });
  };

  const begin = async (key: DraftKey, recommendation: Recommendation): Promise<Result<Open>> => {
    const doc = documentFrom(null, fraction());
    const { number, ...wording } = currentVersion(recommendation);
    writeWording(doc, wording);
    const state = Y.encodeStateAsUpdate(doc);
    const epoch = randomBytes(8).toString('hex');
    const begun = { epoch, baseVersion: number, base: state, snapshot: state };
    const written = await attempt(database, beginDraftStatements(key, begun));
    if (!written.ok) return written;
    const { snapshot, ...rest } = begun;
    return ok(keep(key, { ...rest, doc, trial: copyOf(doc), changes: 0, size: snapshot.length, filing: null }));
  };

  /** Stores a change that the trial document has taken; then, and only then, the document takes it too. */
  const store = async (
    key: DraftKey,
    open: Open,
    update: Uint8Array,
    also: readonly Statement[] = [],
  ): Promise<Result<null>> => {
    const folds = open.changes + 1 >= FOLD_AFTER;
    const snapshot = folds ? Y.encodeStateAsUpdate(open.trial) : null;
    const rows = snapshot ? foldStatements(key, snapshot) : appendUpdateStatements(key, open.changes + 1, update);
    try {
      const written = await attempt(database, [...rows, ...also]);
      if (!written.ok) {
        open.trial = copyOf(open.doc);
        return written;
      }
    } catch (error) {
      // What is on the disk is unclear: whoever asks next has it read again.
      kept.delete(nameOf(key));
      throw error;
    }
    Y.applyUpdate(open.doc, update);
    open.changes = folds ? 0 : open.changes + 1;
    open.size = snapshot ? snapshot.length : open.size + update.length;
    return ok(null);
  };

  const catchUp = async (key: DraftKey, open: Open, recommendation: Recommendation): Promise<Result<null>> => {
    const current = currentVersion(recommendation);
    if (current.number <= open.baseVersion) return ok(null);
    const filed = open.filing;
    open.filing = null;
    if (filed && says(documentFrom(filed, fraction()), current)) {
      [open.base, open.baseVersion] = [filed, current.number];
      return ok(null);
    }
    const { update, base } = carryOver(open.base, current, fraction());
    Y.applyUpdate(open.trial, update);
    const stored = await store(key, open, update, rebaseStatements(key, current.number, base));
    if (!stored.ok) return stored;
    [open.base, open.baseVersion] = [base, current.number];
    for (const listener of listeners) listener({ ...key, epoch: open.epoch, update });
    return ok(null);
  };

  return {
    open(jury, recommendation, vector) {
      const key = { jury, recommendation: recommendation.id };
      return inTurn(key, async () => {
        const found = await find(key);
        const opened: Result<Open> = found ? ok(found) : await begin(key, recommendation);
        if (!opened.ok) return opened;
        const caughtUp = await catchUp(key, opened.value, recommendation);
        if (!caughtUp.ok) return caughtUp;
        const { epoch, doc } = opened.value;
        try {
          return ok({ epoch, update: Y.encodeStateAsUpdate(doc, vector ?? undefined) });
        } catch (error) {
          // Yjs throws on a vector that is none.
          if (error instanceof Error) return refuse('draft-invalid');
          throw error;
        }
      });
    },

    take: ({ epoch, update, ...key }, seat, may) =>
      inTurn(key, async () => {
        const allowed = await may();
        if (!allowed.ok) return allowed;
        const open = await find(key);
        if (!open || open.epoch !== epoch) return refuse('draft-behind');
        if (open.size + update.length > LARGEST_DRAFT) return refuse('too-large');
        const taken = takeInto(open.trial, update, seat);
        if (!taken.ok) open.trial = copyOf(open.doc);
        if (!taken.ok || !taken.value.isNew) return taken;
        const stored = await store(key, open, update);
        return stored.ok ? taken : stored;
      }),

    forFiling(jury, recommendation) {
      const key = { jury, recommendation: recommendation.id };
      return inTurn(key, async () => {
        const open = await find(key);
        if (!open || !(await catchUp(key, open, recommendation)).ok) return undefined;
        open.filing = Y.encodeStateAsUpdate(open.doc);
        const next = currentVersion(recommendation).number + 1;
        return {
          words: wordsOf(open.doc, knownIn(open, recommendation)),
          filed: rebaseStatements(key, next, open.filing),
        };
      });
    },

    async follow(jury, recommendation) {
      const key = { jury, recommendation: recommendation.id };
      await inTurn(key, async () => {
        const open = kept.get(nameOf(key));
        if (open) await catchUp(key, open, recommendation);
      });
    },

    forget(jury, recommendation) {
      for (const name of kept.keys())
        if (recommendation === undefined ? name.startsWith(`${jury} `) : name === nameOf({ jury, recommendation }))
          kept.delete(name);
    },

    onCarried: (listener) => void listeners.add(listener),
  };
}

/** [V43] The ids of the paragraphs as they were at the version that the draft goes out from, by where they begin. */
function knownIn({ base }: Pick<Open, 'base'>, { versions }: Recommendation): ReadonlyMap<string, string> {
  const ids = paragraphIds(versions);
  return new Map(
    beginnings(documentFrom(base, 0).getText('text')).map(({ beginning }, index) => [beginning, ids[index] ?? '']),
  );
}

/** Whether a document says exactly what a version says. */
function says(doc: Y.Doc, version: Version): boolean {
  const words = wordsOf(doc);
  return (
    words.title === version.title.text &&
    words.text === version.text.text &&
    words.rationale === version.rationale.text &&
    words.addressee === version.addressee &&
    EXTRAS.every((extra) => (words[extra] ?? '') === (version[extra]?.text ?? '')) &&
    keysOf(words.citations) === keysOf(version.citations.map(asCited))
  );
}
