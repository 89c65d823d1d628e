/** A witness hands in what the jurors read before the hearing, by a day that the organiser sets and extends in public. */
import * as v from 'valibot';
import type { Asked, Rules } from '../context.ts';
import { day, id, line, optionalLine, prose } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { dayAt } from './due.ts';
import type { Witness } from './evidence.ts';
import { nextExhibit } from './exhibit-number.ts';
import { ownWitness, standingWitness } from './standing.ts';

export const handoutCommands = [
  v.object({ type: v.literal('set-handout-day'), witness: id, day, because: optionalLine(1_000) }),
  v.object({ type: v.literal('hand-in-text'), witness: id, title: line(), body: prose(LIMITS.page) }),
  v.object({ type: v.literal('hand-in-file'), witness: id, title: line(), file: id }),
] as const;

type HandoutCommand = v.InferOutput<(typeof handoutCommands)[number]>;

export const handoutRules: Rules<HandoutCommand['type']> = {
  'set-handout-day': ({ witness, day, because }, asked) => {
    const found = standingWitness(asked, witness);
    if (!found.ok) return found;
    if (day < dayAt(asked.now)) return refuse('day-is-past');
    const before = found.value.handout?.due;
    if (before === undefined) return ok([{ type: 'handout-day-set', witness, day, at: asked.now }]);
    if (day <= before) return refuse('not-an-extension');
    if (because === undefined) return refuse('extension-unexplained');
    return ok([{ type: 'handout-day-set', witness, day, at: asked.now, reason: asked.seal(because) }]);
  },

  'hand-in-text': ({ witness, title, body }, asked) => {
    const found = inTime(asked, witness);
    if (!found.ok) return found;
    return ok([
      {
        type: 'exhibit-added',
        exhibit: nextExhibit(asked),
        at: asked.now,
        ...handoutOf(found.value, title),
        kind: 'text',
        body: asked.seal(body),
      },
    ]);
  },

  'hand-in-file': ({ witness, title, file: wanted }, asked) => {
    const found = inTime(asked, witness);
    if (!found.ok) return found;
    const file = asked.facts.file;
    // A recording needs captions, which the organiser adds: a handout is to be read.
    if (!file || file.id !== wanted || !/^image\/|^application\/pdf$/.test(file.mediaType))
      return refuse('file-not-accepted');
    const { id, sha256, mediaType, size } = file;
    return ok([
      {
        type: 'exhibit-added',
        exhibit: nextExhibit(asked),
        at: asked.now,
        ...handoutOf(found.value, title),
        ...{ kind: 'file', file: id, sha256, mediaType, size },
      },
    ]);
  },
};

/** [E42] Late is late, whoever hands it in, until the organiser has extended the day in public. */
function inTime(asked: Asked, id: string): Result<Witness> {
  const found = ownWitness(asked, id);
  if (!found.ok) return found;
  const due = found.value.handout?.due;
  return due !== undefined && dayAt(asked.now) > due ? refuse('handout-late') : found;
}

/** [E41] Whoever proposed the witness proposed what they bring; their name stays outside the journal. */
const handoutOf = ({ id, affiliation, nominatedBy, why, position }: Witness, title: string) => ({
  title,
  author: affiliation,
  nominatedBy,
  why,
  witness: id,
  ...(position === undefined ? {} : { position }),
});
