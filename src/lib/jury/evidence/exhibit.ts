/** An exhibit and its versions: each stays as it was shown, and each is corrected where it stands. */
import type { Content, Day, Instant, SeatId, WitnessId } from '../terms.ts';
import type { MARKS, NOMINATED_BY } from './exhibit-commands.ts';
import type { Position } from './position.ts';

export type NominatedBy = (typeof NOMINATED_BY)[number];
/** What a juror found an exhibit to be. */
export type ExhibitMark = (typeof MARKS)[number];

export interface Source {
  readonly title: string;
  readonly author: string;
  readonly nominatedBy: NominatedBy;
  readonly why: string;
  /** On the question; absent where nobody said. */
  readonly position?: Position;
  /** Whose handout it is. */
  readonly witness?: WitnessId;
}

/** Bytes that were taken in; `size` in bytes. */
export interface StoredFile {
  readonly file: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

export type ExhibitBody =
  | { readonly kind: 'text'; readonly body: Content }
  | {
      readonly kind: 'link';
      readonly body: Content;
      readonly address: string;
      /** The day on which the words and the copy were taken from there. */
      readonly copiedOn?: Day;
      /** The page as it looked, as a picture or a PDF. */
      readonly copy?: StoredFile;
    }
  | ({
      readonly kind: 'file';
      /** What a picture shows, for those who do not see it. */
      readonly alt?: string;
      /** WebVTT. */
      readonly captions?: Omit<StoredFile, 'mediaType'>;
      /** Why a recording has no captions. */
      readonly uncaptioned?: string;
      /** The same in words: of a recording what its captions say, of a document its plain text. */
      readonly words?: Content;
    } & StoredFile);

/** One version as it was shown. The first has no reason. */
export type Edition = ExhibitBody & { readonly number: number; readonly at: Instant; readonly reason?: string };

export interface Correction {
  readonly text: Content;
  readonly at: Instant;
  /** The version that is corrected. */
  readonly version: number;
  /** The passage that is corrected, as it stands in the words of that version. */
  readonly quote?: Content;
  /** Where in a file: a page, a minute. */
  readonly place?: string;
}

/** How many jurors gave each mark. */
export type MarkCounts = Readonly<Record<ExhibitMark, number>>;

export interface Marks {
  readonly seats: Readonly<Record<SeatId, ExhibitMark>>;
  /** What everybody was told after a session; null before. */
  readonly told: MarkCounts | null;
}

interface Life {
  readonly id: string;
  /** When the first version was shown. */
  readonly at: Instant;
  /** The newest version's number. */
  readonly version: number;
  /** Absent while there is one version only. */
  readonly revised?: { readonly at: Instant; readonly reason: string };
  /** Oldest first. */
  readonly earlier: readonly Edition[];
  readonly corrections: readonly Correction[];
  readonly withdrawn?: { readonly reason: string; readonly at: Instant };
}

/** An exhibit as everybody may know it. `ExhibitBody` is that of the newest version. */
export type ShownExhibit = Source & ExhibitBody & Life;
export type Exhibit = ShownExhibit & { readonly marks: Marks };

export type ExhibitEvent =
  | ({ readonly type: 'exhibit-added'; readonly exhibit: string; readonly at: Instant } & Source & ExhibitBody)
  | ({
      readonly type: 'exhibit-revised';
      readonly exhibit: string;
      readonly reason: string;
      readonly at: Instant;
    } & ExhibitBody)
  | {
      readonly type: 'exhibit-corrected';
      readonly exhibit: string;
      readonly correction: Content;
      readonly at: Instant;
      /** Absent in old journals: the one that stood then. */
      readonly version?: number;
      readonly quote?: Content;
      readonly place?: string;
    }
  | { readonly type: 'exhibit-withdrawn'; readonly exhibit: string; readonly reason: string; readonly at: Instant }
  | {
      readonly type: 'exhibit-marked';
      readonly exhibit: string;
      /** Null where a mark is taken back. */
      readonly mark: ExhibitMark | null;
      readonly seat: SeatId;
    }
  | { readonly type: 'marks-told'; readonly counts: Readonly<Record<string, MarkCounts>> };

const NO_MARKS: Marks = { seats: {}, told: null };

export function evolveExhibits(exhibits: readonly Exhibit[], event: ExhibitEvent): readonly Exhibit[] {
  switch (event.type) {
    case 'exhibit-added': {
      const { type: _type, exhibit: id, ...added } = event;
      return [...exhibits, { ...added, id, version: 1, earlier: [], corrections: [], marks: NO_MARKS }];
    }
    case 'marks-told':
      return exhibits.map((one) => {
        const told = event.counts[one.id];
        return told ? { ...one, marks: { ...one.marks, told } } : one;
      });
    default:
      return exhibits.map((one) => (one.id === event.exhibit ? changed(one, event) : one));
  }
}

type Change = Exclude<ExhibitEvent, { readonly type: 'exhibit-added' | 'marks-told' }>;

function changed(exhibit: Exhibit, event: Change): Exhibit {
  switch (event.type) {
    case 'exhibit-revised': {
      const { type: _type, exhibit: id, at, reason, ...body } = event;
      const { title, author, nominatedBy, why, position, witness, version, corrections, withdrawn, marks } = exhibit;
      return {
        ...{ title, author, nominatedBy, why, corrections, marks, id, at: exhibit.at },
        ...(position === undefined ? {} : { position }),
        ...(witness === undefined ? {} : { witness }),
        ...(withdrawn ? { withdrawn } : {}),
        ...body,
        version: version + 1,
        revised: { at, reason },
        earlier: [...exhibit.earlier, newestEdition(exhibit)],
      };
    }
    case 'exhibit-corrected': {
      const { correction: text, at, version = exhibit.version, quote, place } = event;
      const correction: Correction = { text, at, version, ...(quote ? { quote } : {}), ...(place ? { place } : {}) };
      return { ...exhibit, corrections: [...exhibit.corrections, correction] };
    }
    case 'exhibit-withdrawn':
      return { ...exhibit, withdrawn: { reason: event.reason, at: event.at } };
    case 'exhibit-marked': {
      const { [event.seat]: _before, ...others } = exhibit.marks.seats;
      const seats = event.mark === null ? others : { ...others, [event.seat]: event.mark };
      return { ...exhibit, marks: { ...exhibit.marks, seats } };
    }
  }
}

function newestEdition(exhibit: ShownExhibit): Edition {
  const { version: number, revised, at } = exhibit;
  return { ...bodyOf(exhibit), number, at: revised?.at ?? at, ...(revised ? { reason: revised.reason } : {}) };
}

function bodyOf(exhibit: ShownExhibit): ExhibitBody {
  switch (exhibit.kind) {
    case 'text':
      return { kind: 'text', body: exhibit.body };
    case 'link': {
      const { body, address, copiedOn, copy } = exhibit;
      return { kind: 'link', body, address, ...(copiedOn ? { copiedOn } : {}), ...(copy ? { copy } : {}) };
    }
    case 'file': {
      const { file, sha256, mediaType, size, alt, captions, uncaptioned, words } = exhibit;
      return {
        ...{ kind: 'file', file, sha256, mediaType, size },
        ...(alt ? { alt } : {}),
        ...(captions ? { captions } : {}),
        ...(uncaptioned ? { uncaptioned } : {}),
        ...(words ? { words } : {}),
      };
    }
  }
}

/** Every version, oldest first. */
export const editionsOf = (exhibit: ShownExhibit): readonly Edition[] => [...exhibit.earlier, newestEdition(exhibit)];

/** One version; undefined where there is none of that number. */
export const editionOf = (exhibit: ShownExhibit, number: number): Edition | undefined =>
  editionsOf(exhibit)[number - 1];

/** What can be read and quoted of a version; null where it is a file that nobody has put in words. */
export const wordsOf = (body: ExhibitBody): Content | null => (body.kind === 'file' ? (body.words ?? null) : body.body);

/** Every stored file of a version: what is shown, its captions, the copy of a page. */
export function filesOf(body: ExhibitBody): readonly StoredFile[] {
  if (body.kind === 'text') return [];
  if (body.kind === 'link') return body.copy ? [body.copy] : [];
  const { file, sha256, mediaType, size, captions } = body;
  return [{ file, sha256, mediaType, size }, ...(captions ? [{ ...captions, mediaType: 'text/vtt' }] : [])];
}

/** [E37] As a viewer may see it: of the marks their own, and what everybody was told. */
export function withOwnMark({ marks, ...exhibit }: Exhibit, seat: SeatId | undefined): Exhibit {
  const mark = seat === undefined ? undefined : marks.seats[seat];
  return { ...exhibit, marks: { ...marks, seats: seat !== undefined && mark !== undefined ? { [seat]: mark } : {} } };
}
