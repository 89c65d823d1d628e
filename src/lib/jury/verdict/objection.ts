/** [V100] Objections to a change that a few have accepted: all jurors settle them, as they settle what came up in a consent round. */
import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import { NOBODY, counted } from '../terms.ts';
import type { Content, Instant, SeatId } from '../terms.ts';
import type { StickingPoint } from './round.ts';
import type { Suggestion } from './suggestion.ts';

/** How long after its acceptance a change can be objected to. Milliseconds. */
export const OBJECT_WITHIN = 86_400_000;

export interface ObjectionEvent {
  readonly type: 'change-objected';
  readonly suggestion: string;
  /** The sticking point that the objection becomes, and the version that it is about. */
  readonly point: string;
  readonly recommendation: string;
  readonly version: number;
  readonly text: Content;
  readonly seat?: SeatId;
}

export const objectionRules: Rules<'object-to-change'> = {
  'object-to-change': ({ suggestion: id, because }, { jury, actor, now, seal }) => {
    const { suggestions, points } = jury.verdict;
    const found = suggestions.find((one) => one.id === id);
    if (!found) return refuse('unknown-suggestion');
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (found.state !== 'accepted' || !found.decided) return refuse('nothing-to-object-to');
    if (!mayStillObject(found, now)) return refuse('objection-too-late');
    if (found.objections?.seats.includes(actor.id)) return refuse('already-objected');
    const { recommendation, decided } = found;
    const about = { suggestion: id, recommendation, version: decided.version } as const;
    const point = `K${points.length + 1}`;
    return ok([{ type: 'change-objected', ...about, point, text: seal(because), seat: actor.id }]);
  },
};

export const mayStillObject = ({ state, decided }: Suggestion, now: Instant): boolean =>
  state === 'accepted' && decided !== undefined && now <= decided.at + OBJECT_WITHIN;

export interface Objected {
  readonly suggestions: readonly Suggestion[];
  readonly points: readonly StickingPoint[];
}

export function evolveObjections<V extends Objected>(verdict: V, event: ObjectionEvent): V {
  const { suggestion, point: id, recommendation, version, text, seat } = event;
  return {
    ...verdict,
    suggestions: verdict.suggestions.map((one) =>
      one.id === suggestion ? { ...one, objections: counted(one.objections ?? NOBODY, seat) } : one,
    ),
    points: [...verdict.points, { id, recommendation, version, text }],
  };
}
