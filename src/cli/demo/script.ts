/** The demonstration juries as data: what is in db/demo, with its types. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Extras } from '../../lib/jury/verdict/extras.ts';
import type { CommandOf } from '../../lib/jury/commands.ts';
import type { Figure } from '../../lib/jury/recruitment/selection.ts';
import type { Locale, StaffRole } from '../../lib/jury/terms.ts';
import { readTargets } from '../../lib/lottery/index.ts';
import type { Targets } from '../../lib/lottery/index.ts';
import { readTable } from '../../lib/lottery/reading/table.ts';
import { projectRoot } from '../../lib/server/project-root.ts';

export interface Script {
  readonly charter: Omit<CommandOf<'create-jury'>, 'type' | 'starts' | 'ends'>;
  readonly rule: Omit<CommandOf<'set-decision-rule'>, 'type'>;
  readonly mandate: string;
  /** What the jurors are asked to agree or disagree with, before and after. */
  readonly surveyed: string;
  /** The selection category that holds the attitude to the issue. */
  readonly attitude: string;
  readonly source: string;
  readonly alternates: number;
  readonly seed: string;
  readonly drawWitnesses: readonly string[];
  readonly exhibits: readonly ScriptedExhibit[];
  readonly witnesses: readonly ScriptedWitness[];
  /** `witness` counts from nought; a question without an answer waits for one. */
  readonly questions: readonly { readonly witness: number; readonly text: string; readonly answer?: string }[];
  /** What a witness hands in, `witness` counted from nought. */
  readonly handouts: readonly { readonly witness: number; readonly title: string; readonly body: string }[];
  readonly fromPublic: readonly ScriptedPublicQuestion[];
  /** Claims that jurors want checked; one without an answer waits for it. */
  readonly checks: readonly {
    readonly of: string;
    readonly claim: string;
    readonly answer?: Omit<CommandOf<'answer-fact-check'>, 'type' | 'check'>;
  }[];
  readonly sessions: readonly { readonly title: string; readonly agenda: readonly (readonly [string, number])[] }[];
  readonly discussion: readonly string[];
  /** What the facilitator adds to the minutes of a session. */
  readonly minuted: string;
  readonly recommendations: readonly ScriptedRecommendation[];
  readonly statement: { readonly recommendation: number; readonly text: string };
  /** What the jury says as a whole, the organiser's English of it, and the name under which one of them speaks for it. */
  readonly closing?: { readonly text: string; readonly translation: string; readonly speaker: string };
  readonly answers: readonly (Omit<CommandOf<'answer-recommendation'>, 'type' | 'recommendation'> & {
    readonly recommendation: number;
  })[];
}

/** What is said in the live session besides the discussion. */
export interface ScriptedTalk {
  readonly quotes: readonly { readonly text: string; readonly quote: string }[];
  /** Words with a slip, and as they are mended. */
  readonly slip: string;
  readonly mended: string;
  readonly byPhone: readonly string[];
  readonly note: string;
  readonly remark: string;
}

export interface ScriptedExhibit {
  readonly kind: 'text' | 'file' | 'link';
  readonly title: string;
  readonly author: string;
  readonly nominatedBy: CommandOf<'add-text-exhibit'>['nominatedBy'];
  readonly why: string;
  readonly position?: CommandOf<'add-text-exhibit'>['position'];
  /** In db/demo/exhibits, as are all other files. */
  readonly file: string;
  readonly address?: string;
  readonly copiedDaysAgo?: number;
  readonly copy?: string;
  readonly alt?: string;
  readonly captions?: string;
  readonly words?: string;
  /** A second version, of a text. */
  readonly revision?: { readonly file: string; readonly reason: string };
  /** Of the newest version. */
  readonly correction?: { readonly quote?: string; readonly place?: string; readonly text: string };
  /** How many jurors find it so. */
  readonly marks?: { readonly useful: number; readonly doubtful: number };
}

export interface ScriptedWitness extends Omit<CommandOf<'invite-witness'>, 'type'> {
  readonly name: string;
  readonly interests: string;
}

/** `put` is the witness to whom it is put, counted from nought. */
export interface ScriptedPublicQuestion {
  readonly text: string;
  readonly called: string;
  readonly fate: 'waiting' | 'admitted' | 'personal' | { readonly put: number };
}

/** What it says besides its four texts is optional, as for jurors. */
export interface ScriptedRecommendation extends Extras<string> {
  readonly title: string;
  /** The text as first proposed; `text` is the one that was voted on. */
  readonly draft: string;
  readonly text: string;
  readonly rationale: string;
  readonly addressee: string;
  /** `index` counts from nought among the exhibits, the questions or the lines of the discussion. */
  readonly citations: readonly {
    readonly kind: 'exhibit' | 'answer' | 'message';
    readonly index: number;
    readonly quote?: string;
  }[];
  /** How the papers fall; whoever is left abstains. */
  readonly for: number;
  readonly against: number;
}

export interface Staff {
  readonly role: StaffRole;
  readonly name: string;
  readonly locale: Locale;
}

/** The smog jury's file also says who works for it, and what somebody says that has to be hidden. */
export type SmogScript = Script & {
  readonly staff: Readonly<Record<StaffRole, Omit<Staff, 'role'>>>;
  readonly offTopic: string;
  readonly talk: ScriptedTalk;
};

const pathOf = (name: string): string => join(projectRoot, 'db/demo', name);
const bytesOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(pathOf(name)));
const textOf = (name: string): string => readFileSync(pathOf(name), 'utf8');

export const readSmog = (): SmogScript => JSON.parse(textOf('smog.json')) as SmogScript;
export const readParking = (): Script => JSON.parse(textOf('parking.json')) as Script;

export const exhibitText = (file: string): string => textOf(`exhibits/${file}`).trim();
export const exhibitBytes = (file: string): Uint8Array<ArrayBuffer> => bytesOf(`exhibits/${file}`);
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  wav: 'audio/wav',
  vtt: 'text/vtt',
};
export const mediaTypeOf = (file: string): string => MEDIA_TYPES[file.split('.').at(-1) ?? ''] ?? '';
export const tableBytes = bytesOf;

export const staffOf = ({ staff }: SmogScript): readonly Staff[] =>
  Object.entries(staff).map(([role, person]) => ({ role: role as StaffRole, ...person }));

export function demoTargets(file: 'categories.csv' | 'parking-categories.csv'): Targets {
  const read = readTargets(bytesOf(file));
  if (!read.ok) throw new Error(`${file} has problems: ${JSON.stringify(read.error)}`);
  return read.value;
}

/** The population of the categories that the targets speak of. */
export function demoPopulation(targets: Targets): Figure[] {
  const read = readTable('categories', bytesOf('population.csv'));
  if (!read.ok) throw new Error(`population.csv has problems: ${JSON.stringify(read.error)}`);
  const categories = new Set(targets.map(({ category }) => category));
  return read.value.rows
    .map(([category = '', value = '', count = '']) => ({ category, value, count: Number(count) }))
    .filter(({ category }) => categories.has(category));
}

/** A day so many days from another, as `2027-03-31`. */
export const dayAfter = (from: number, days: number): string =>
  new Date(from + days * 86_400_000).toISOString().slice(0, 10);
