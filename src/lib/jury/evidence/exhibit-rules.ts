import type { CommandOf } from '../commands.ts';
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { activeJurors } from '../recruitment/seats.ts';
import type { JuryEvent } from '../state.ts';
import { dayAt } from './due.ts';
import type { ExhibitCommand } from './exhibit-commands.ts';
import { MARKS } from './exhibit-commands.ts';
import { wordsOf } from './exhibit.ts';
import type { Exhibit, ExhibitBody, MarkCounts, Source, StoredFile } from './exhibit.ts';
import { nextExhibit } from './exhibit-number.ts';
import { timesIn } from './passage.ts';
import { placed } from './position.ts';
import type { Position } from './position.ts';
import { standingExhibit } from './standing.ts';

type Kind = 'text' | 'link' | 'file';
type Shown<K extends Kind> = CommandOf<`add-${K}-exhibit` | `revise-${K}-exhibit`>;

export const exhibitRules: Rules<ExhibitCommand['type']> = {
  'add-text-exhibit': (command, asked) => added(command, asked, textOf),
  'add-link-exhibit': (command, asked) => added(command, asked, linkOf),
  'add-file-exhibit': (command, asked) => added(command, asked, fileOf),
  'revise-text-exhibit': (command, asked) => revised(command, asked, textOf),
  'revise-link-exhibit': (command, asked) => revised(command, asked, linkOf),
  'revise-file-exhibit': (command, asked) => revised(command, asked, fileOf),

  'correct-exhibit': ({ exhibit: id, correction, quote, place }, asked) => {
    const found = standingExhibit(asked, id);
    if (!found.ok) return found;
    if (quote !== undefined) {
      const times = timesIn(wordsOf(found.value)?.text ?? '', quote);
      if (times === 0) return refuse('passage-not-found');
      if (times > 1) return refuse('passage-unclear');
    }
    return ok([
      {
        ...{ type: 'exhibit-corrected', exhibit: id, correction: asked.seal(correction), at: asked.now },
        version: found.value.version,
        ...(quote === undefined ? {} : { quote: asked.seal(quote) }),
        ...(place === undefined ? {} : { place }),
      },
    ]);
  },

  'withdraw-exhibit': ({ exhibit, reason }, asked) => {
    const found = standingExhibit(asked, exhibit);
    return found.ok ? ok([{ type: 'exhibit-withdrawn', exhibit, reason, at: asked.now }]) : found;
  },

  'mark-exhibit': ({ exhibit: id, mark: given }, asked) => {
    const found = standingExhibit(asked, id);
    if (!found.ok) return found;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    const mark = given === 'none' ? null : given;
    const seat = asked.actor.id;
    if ((found.value.marks.seats[seat] ?? null) === mark) return refuse('already-marked');
    return ok([{ type: 'exhibit-marked', exhibit: id, mark, seat }]);
  },
};

type Declared = Omit<Source, 'position' | 'witness'> & { readonly position?: Position | undefined };
type Making<C> = (command: C, asked: Asked) => Result<ExhibitBody>;

function added<C extends Declared>(command: C, asked: Asked, make: Making<C>): Result<readonly JuryEvent[]> {
  const body = make(command, asked);
  if (!body.ok) return body;
  const { title, author, nominatedBy, why, position } = command;
  const about = { title, author, nominatedBy, why, ...placed(position) };
  return ok([{ type: 'exhibit-added', exhibit: nextExhibit(asked), at: asked.now, ...about, ...body.value }]);
}

interface Revision {
  readonly exhibit: string;
  readonly base: number;
  readonly reason: string;
}

function revised<C extends Revision>(command: C, asked: Asked, make: Making<C>): Result<readonly JuryEvent[]> {
  const { exhibit: id, base, reason } = command;
  const found = standingExhibit(asked, id);
  if (!found.ok) return found;
  // [E28] As with wordings ([V2]): nobody replaces what they have not seen.
  if (found.value.version !== base) return refuse('exhibit-changed');
  // [A4] Nothing is put aside before it is sure to be used.
  const draft = make(command, { ...asked, seal: (text) => ({ sha256: '', text }) });
  if (!draft.ok) return draft;
  if (isSame(found.value, draft.value)) return refuse('nothing-new');
  const body = make(command, asked);
  return body.ok ? ok([{ type: 'exhibit-revised', exhibit: id, reason, at: asked.now, ...body.value }]) : body;
}

const textOf = ({ body }: Shown<'text'>, asked: Asked): Result<ExhibitBody> =>
  ok({ kind: 'text', body: asked.seal(body) });

function linkOf({ address, body, copiedOn, copy }: Shown<'link'>, asked: Asked): Result<ExhibitBody> {
  const file = asked.facts.file;
  if (copy !== undefined && file?.id !== copy) return refuse('file-not-accepted');
  if (copy !== undefined && file && !/^image\/|^application\/pdf$/.test(file.mediaType))
    return refuse('file-not-accepted');
  const today = dayAt(asked.now);
  if (copiedOn !== undefined && copiedOn > today) return refuse('day-is-to-come');
  return ok({
    ...{ kind: 'link', address, body: asked.seal(body), copiedOn: copiedOn ?? today },
    ...(copy !== undefined && file ? { copy: stored(file) } : {}),
  });
}

function fileOf({ file: id, alt, captions, uncaptioned, words }: Shown<'file'>, asked: Asked): Result<ExhibitBody> {
  const { file, captions: spoken } = asked.facts;
  if (!file || file.id !== id) return refuse('file-not-accepted');
  if (captions !== undefined && spoken?.id !== captions) return refuse('captions-unreadable');
  if (file.mediaType.startsWith('image/') && alt === undefined) return refuse('description-missing');
  const recording = /^(?:audio|video)\//.test(file.mediaType);
  if (recording && captions === undefined && uncaptioned === undefined) return refuse('captions-missing');
  const said = recording && captions !== undefined ? spoken?.words : words;
  return ok({
    ...{ kind: 'file', ...stored(file) },
    ...(alt === undefined ? {} : { alt }),
    ...(recording && captions !== undefined && spoken
      ? { captions: { file: spoken.id, sha256: spoken.sha256, size: spoken.size } }
      : {}),
    ...(recording && captions === undefined && uncaptioned !== undefined ? { uncaptioned } : {}),
    ...(said === undefined ? {} : { words: asked.seal(said) }),
  });
}

const stored = ({ id, sha256, mediaType, size }: NonNullable<Asked['facts']['file']>): StoredFile => ({
  file: id,
  sha256,
  mediaType,
  size,
});

/** Whether a reader would find anything new. The same bytes taken in again are the same. */
function isSame(before: ExhibitBody, after: ExhibitBody): boolean {
  return JSON.stringify(essence(before)) === JSON.stringify(essence(after));
}

function essence(body: ExhibitBody): unknown {
  const words = wordsOf(body)?.text ?? null;
  switch (body.kind) {
    case 'text':
      return [words];
    case 'link':
      return [words, body.address, body.copiedOn, body.copy?.sha256];
    case 'file':
      return [words, body.sha256, body.alt, body.captions?.sha256, body.uncaptioned];
  }
}

/** The fewest marks on an exhibit that are told: of fewer, one would guess whose they are. */
export const FEWEST_MARKS = 5;

/** [E38] What is told at the end of a session: of exhibits with enough marks, where the numbers are other than the last ones told. */
export function marksToTell({ jury: { evidence, seats } }: Pick<Asked, 'jury'>): JuryEvent[] {
  const sitting = new Set(activeJurors(seats).map(({ id }) => id));
  const counts = evidence.exhibits.flatMap((exhibit) => {
    const count = countOf(exhibit, sitting);
    const enough = MARKS.reduce((sum, mark) => sum + count[mark], 0) >= FEWEST_MARKS;
    const told = exhibit.marks.told;
    const news = !told || MARKS.some((mark) => told[mark] !== count[mark]);
    return enough && news && !exhibit.withdrawn ? [[exhibit.id, count] as const] : [];
  });
  return counts.length === 0 ? [] : [{ type: 'marks-told', counts: Object.fromEntries(counts) }];
}

function countOf({ marks }: Exhibit, sitting: ReadonlySet<string>): MarkCounts {
  const given = Object.entries(marks.seats).filter(([seat]) => sitting.has(seat));
  const of = (mark: string) => given.filter(([, one]) => one === mark).length;
  return { useful: of('useful'), doubtful: of('doubtful') };
}
