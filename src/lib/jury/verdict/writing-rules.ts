import { shuffled } from '../chance.ts';
import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import { asCited, keysOf } from './citation.ts';
import { openRecommendation, sealedWording } from './drafting-rules.ts';
import type { Words } from './drafting-rules.ts';
import { EXTRAS } from './extras.ts';
import { nextParagraphIds } from './paragraphs.ts';
import { linesOf } from './plain-text.ts';
import { roundEnded } from './round-rules.ts';
import { TEXT_LIMITS } from './parts.ts';
import type { TextPart } from './parts.ts';
import { currentVersion } from './verdict.ts';
import type { Recommendation } from './verdict.ts';
import { NO_GROUP, membersOf, writesIn, writingGroupOf } from './writing-group.ts';

type WritingCommand = 'join-writing-group' | 'leave-writing-group' | 'draw-writing-group' | 'file-draft';

export const writingRules: Rules<WritingCommand> = {
  'join-writing-group': ({ recommendation }, asked) => {
    const found = openRecommendation(asked, recommendation);
    if (!found.ok) return found;
    const { actor, jury } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const { volunteers, drawn } = found.value.group ?? NO_GROUP;
    if (volunteers.includes(actor.id) || drawn?.seats.includes(actor.id)) return refuse('already-in-group');
    if (drawn && writingGroupOf(jury, found.value).length > 0) return refuse('group-drawn');
    const other = otherGroupOf(asked, recommendation, actor.id);
    if (other) return refuse('in-another-group', { id: other.id });
    return ok([{ type: 'writing-group-joined', recommendation, seat: actor.id }]);
  },

  'leave-writing-group': ({ recommendation }, asked) => {
    const found = openRecommendation(asked, recommendation);
    if (!found.ok) return found;
    const { actor } = asked;
    const { volunteers, drawn } = found.value.group ?? NO_GROUP;
    if (actor.kind !== 'seat' || ![...volunteers, ...(drawn?.seats ?? [])].includes(actor.id))
      return refuse('not-in-group');
    return ok([{ type: 'writing-group-left', recommendation, seat: actor.id }]);
  },

  'draw-writing-group': ({ recommendation, among, size }, asked) => {
    const found = openRecommendation(asked, recommendation);
    if (!found.ok) return found;
    const { group } = found.value;
    // [V40] A lot that is drawn until it pleases is no lot.
    if (group?.drawn && writingGroupOf(asked.jury, found.value).length > 0) return refuse('group-drawn');
    const pool = activeJurors(asked.jury.seats)
      .map((seat) => seat.id)
      .filter((seat) => among === 'everybody' || group?.volunteers.includes(seat))
      .filter((seat) => !otherGroupOf(asked, recommendation, seat));
    if (pool.length < size) return refuse('too-few-to-draw', { count: pool.length });
    const seats = shuffled(pool, asked.seed).slice(0, size);
    return ok([{ type: 'writing-group-drawn', recommendation, among, pool, seed: asked.seed, seats }]);
  },

  'file-draft': ({ recommendation, base }, asked) => {
    const found = openRecommendation(asked, recommendation, base);
    if (!found.ok) return found;
    const { actor, facts, jury } = asked;
    if (actor.kind !== 'seat' || !writesIn(jury, found.value, actor.id)) return refuse('not-in-group');
    const { draft } = facts;
    const current = currentVersion(found.value);
    if (!draft || isAsBefore(draft, current)) return refuse('nothing-to-file');
    if ([draft.title, draft.text, draft.rationale, draft.addressee].includes('')) return refuse('draft-incomplete');
    const long = LENGTHS.find(([field, limit]) => (draft[field] ?? '').length > limit);
    if (long) return refuse('text-too-long', { limit: long[1] });
    const wording = sealedWording(draft, asked);
    if (!wording.ok) return wording;
    const group = writingGroupOf(jury, found.value);
    return ok([
      {
        type: 'recommendation-revised',
        recommendation,
        author: actor.id,
        at: asked.now,
        ...wording.value,
        ...(group.length === 0 ? {} : { group }),
        paragraphs: nextParagraphIds(found.value.versions, draft.text, draft.paragraphs),
      },
      ...roundEnded(asked, recommendation),
    ]);
  },
};

/** The words of a shared draft, as they would stand in the next version. */
export interface DraftWords extends Words {
  /** Of each paragraph of the text the id that it had in an earlier version; null where it is new. */
  readonly paragraphs: readonly (string | null)[];
}

const LENGTHS = Object.entries(TEXT_LIMITS) as readonly [TextPart, number][];

function isAsBefore(draft: DraftWords, current: ReturnType<typeof currentVersion>): boolean {
  return (
    draft.title === current.title.text &&
    paragraphsIn(draft.text) === paragraphsIn(current.text.text ?? '') &&
    draft.rationale === current.rationale.text &&
    draft.addressee === current.addressee &&
    EXTRAS.every((extra) => paragraphsIn(draft[extra] ?? '') === paragraphsIn(current[extra]?.text ?? '')) &&
    keysOf(draft.citations) === keysOf(current.citations.map(asCited))
  );
}

/** An older version may part its paragraphs by one line break; that is not another text. */
const paragraphsIn = (text: string): string => linesOf(text).join('\n');

/** [V38] Another open recommendation whose group this juror belongs to. */
const otherGroupOf = ({ jury }: Asked, recommendation: string, seat: string): Recommendation | undefined =>
  jury.verdict.recommendations.find(
    (one) => one.id !== recommendation && one.state === 'open' && membersOf(jury, one).includes(seat),
  );
