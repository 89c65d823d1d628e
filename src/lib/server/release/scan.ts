/** Looks through all that would be published for what could point at a juror, the data inside the files included. */
import { createHash } from 'node:crypto';
import { publishedFiles, recordIfPublished } from '../../jury/publication/record.ts';
import type { PublicRecord } from '../../jury/publication/record.ts';
import type { Jury } from '../../jury/jury.ts';
import { seatOf } from '../../jury/recruitment/seats.ts';
import type { Database } from '../records/database.ts';
import { readBytes } from '../records/file-store.ts';
import { fileOf } from '../records/files.ts';
import { peopleOf } from '../records/people.ts';
import { textsInFile } from './file-texts.ts';
import { nameFinder } from './name-finder.ts';
import type { NameFinder } from './name-finder.ts';
import { toldByNumbers } from './told-by-numbers.ts';
import type { Told } from './told-by-numbers.ts';

export interface Finding {
  /** A name in a text, a name inside a file, a number that tells of everybody, a group of so few that it names them. */
  readonly kind: 'name' | 'file' | Told['kind'] | 'small-group';
  /** The recommendation, exhibit or other part; of a group its category and value. */
  readonly where: string;
  /** What stands there. */
  readonly shown: string;
}

/** The fewest of a group in the pool of whom a published number names nobody. */
const FEWEST = 5;

export async function scanForRelease(database: Database, jury: Jury, now: number): Promise<readonly Finding[]> {
  const find = await jurorFinder(database, jury);
  const record = recordIfPublished(jury, {}, now);
  return [
    ...namesIn(withoutSpokespersons(record), jury.id, find),
    ...(await namesInFiles(database, record, find)),
    ...toldByNumbers(record),
    ...smallGroups(record),
  ];
}

/** [P89] By which a place is known again; the names in it are not to be read from it by anybody who has no list of them. */
export const placeHash = ({ kind, where, shown }: Finding): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, where, shown]))
    .digest('hex');

/** Finds the names of all who were ever drawn to this jury, and others that are not to be named either. */
export async function jurorFinder(
  database: Database,
  jury: Pick<Jury, 'id' | 'seats'>,
  besides: readonly string[] = [],
): Promise<NameFinder> {
  const people = (await peopleOf(database, jury.id)).filter(({ ref }) => seatOf(jury.seats, ref));
  return nameFinder([...people.flatMap(({ name, displayName }) => [name, displayName]), ...besides]);
}

/** [V53] Who speaks for the jury is named because they want to be. */
function withoutSpokespersons({ verdict, ...record }: PublicRecord) {
  const { spokespersons: _spokespersons, ...words } = verdict ?? {};
  return { ...record, verdict: words };
}

/** Every text of the record, under the id of the innermost part that it belongs to. */
function namesIn(value: unknown, where: string, find: NameFinder): Finding[] {
  if (typeof value === 'string') return find(value).map((shown) => ({ kind: 'name', where, shown }));
  if (typeof value !== 'object' || value === null) return [];
  const id = 'id' in value && typeof value.id === 'string' ? value.id : where;
  return Object.values(value).flatMap((inner) => namesIn(inner, id, find));
}

async function namesInFiles(database: Database, record: PublicRecord, find: NameFinder): Promise<Finding[]> {
  const findings: Finding[] = [];
  const kept = record.exhibits.flatMap((exhibit) => publishedFiles(exhibit).map((one) => ({ exhibit, id: one.file })));
  for (const { exhibit, id } of kept) {
    const file = await fileOf(database, record.jury, id);
    const bytes = file && (await readBytes(database, file));
    if (!bytes) continue;
    const shown = new Set([file.name, ...textsInFile(bytes)].flatMap(find));
    findings.push(...[...shown].map((one) => ({ kind: 'file', where: exhibit.id, shown: one }) as const));
  }
  return findings;
}

const smallGroups = ({ selection }: PublicRecord): Finding[] =>
  (selection.pool?.figures ?? [])
    .filter(({ count }) => count > 0 && count < FEWEST)
    .map(({ category, value, count }) => ({
      kind: 'small-group',
      where: `${category}: ${value}`,
      shown: String(count),
    }));
