import * as v from 'valibot';
import { id, line, optionalDay, optionalLine, optionalProse, prose, webAddress, whole } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { optionalPosition } from './position.ts';

export const NOMINATED_BY = ['authority', 'stakeholders', 'jurors', 'oversight', 'organiser'] as const;
export const MARKS = ['useful', 'doubtful'] as const;

const source = {
  title: line(),
  author: line(),
  nominatedBy: v.picklist(NOMINATED_BY),
  why: prose(1_000),
  position: optionalPosition,
};

/** A stored file that may be left out. */
const optionalFile = v.optional(
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => undefined),
    ),
    id,
  ]),
);

const text = { body: prose(LIMITS.page) };
const link = { address: webAddress, body: prose(LIMITS.page), copiedOn: optionalDay, copy: optionalFile };
const file = {
  file: id,
  alt: optionalProse(1_000),
  captions: optionalFile,
  uncaptioned: optionalProse(1_000),
  words: optionalProse(LIMITS.page),
};

/** `base` is the version that was looked at. */
const revision = { exhibit: id, base: whole(1, 10_000), reason: prose(1_000) };

export const exhibitCommands = [
  v.object({ type: v.literal('add-text-exhibit'), ...source, ...text }),
  v.object({ type: v.literal('add-link-exhibit'), ...source, ...link }),
  v.object({ type: v.literal('add-file-exhibit'), ...source, ...file }),
  v.object({ type: v.literal('revise-text-exhibit'), ...revision, ...text }),
  v.object({ type: v.literal('revise-link-exhibit'), ...revision, ...link }),
  v.object({ type: v.literal('revise-file-exhibit'), ...revision, ...file }),
  v.object({
    type: v.literal('correct-exhibit'),
    exhibit: id,
    correction: prose(2_000),
    quote: optionalProse(1_000),
    place: optionalLine(100),
  }),
  v.object({ type: v.literal('withdraw-exhibit'), exhibit: id, reason: prose(1_000) }),
  v.object({ type: v.literal('mark-exhibit'), exhibit: id, mark: v.picklist([...MARKS, 'none']) }),
] as const;

export type ExhibitCommand = v.InferOutput<(typeof exhibitCommands)[number]>;
