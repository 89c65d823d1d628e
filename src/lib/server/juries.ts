/** Juries in memory: each read from its journal once and then kept up to date by every new entry. */
import { evolve, foundJury } from '../jury/jury.ts';
import type { Jury } from '../jury/jury.ts';
import { genesis, openEntry } from '../jury/journal.ts';
import type { Entry } from '../jury/journal.ts';
import type { JuryId } from '../jury/terms.ts';
import { contentsOf } from './records/contents.ts';
import type { Database } from './records/database.ts';
import { headOf, juryIds, readJournal } from './records/journal.ts';

/** A jury with the place in its journal that the state stands for. */
export interface Standing {
  readonly jury: Jury;
  readonly seq: number;
  readonly head: string;
  /** The newest entries, for those who were away for a moment. */
  readonly recent: readonly Entry[];
}

const MOST_RECENT = 500;

export interface Juries {
  /** The jury as it stands; undefined when there is none of that id. */
  standing(id: JuryId): Promise<Standing | undefined>;
  /** Entries after `seq`, in order: what a viewer who was away has missed. */
  entriesAfter(id: JuryId, seq: number): Promise<readonly Entry[]>;
  all(): Promise<readonly Standing[]>;
  /** Puts a new standing in the place of the old one, once its `entries` are on disk. */
  advance(standing: Omit<Standing, 'recent'>, before: readonly Entry[], entries: readonly Entry[]): void;
  /** Has the jury read again from the disk, when it is unclear what was written. */
  forget(id: JuryId): void;
}

export function createJuries(database: Database): Juries {
  const known = new Map<JuryId, Promise<Standing | undefined>>();

  const readEntries = async (id: JuryId, seq: number): Promise<readonly Entry[]> => {
    const [sealed, texts] = await Promise.all([readJournal(database, id, seq), contentsOf(database, id)]);
    return sealed.map((entry) => openEntry(entry, (sha256) => texts.get(sha256) ?? null));
  };

  const read = async (id: JuryId): Promise<Standing | undefined> => {
    const entries = await readEntries(id, 0);
    const first = entries[0]?.event;
    if (first?.type !== 'jury-created') return undefined;
    const jury = entries.slice(1).reduce((state, entry) => evolve(state, entry.event), foundJury(id, first));
    const head = await headOf(database, id);
    return { jury, seq: entries.length, head: head?.hash ?? genesis(id), recent: entries.slice(-MOST_RECENT) };
  };

  const standing = (id: JuryId): Promise<Standing | undefined> => {
    const found = known.get(id);
    if (found) return found;
    const reading = read(id).then(
      (result) => {
        // An id that does not exist yet may be founded later.
        if (!result) known.delete(id);
        return result;
      },
      (error: unknown) => {
        known.delete(id);
        throw error;
      },
    );
    known.set(id, reading);
    return reading;
  };

  return {
    standing,
    async entriesAfter(id, seq) {
      const recent = (await standing(id))?.recent ?? [];
      const oldest = recent[0]?.seq ?? Number.POSITIVE_INFINITY;
      return seq + 1 >= oldest ? recent.filter((entry) => entry.seq > seq) : readEntries(id, seq);
    },
    async all() {
      const found = await Promise.all((await juryIds(database)).map(standing));
      return found.filter((one) => one !== undefined);
    },
    advance(next, before, entries) {
      known.set(next.jury.id, Promise.resolve({ ...next, recent: [...before, ...entries].slice(-MOST_RECENT) }));
    },
    forget: (id) => void known.delete(id),
  };
}
