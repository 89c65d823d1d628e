import * as v from 'valibot';
import { id, instant, line, optionalLine, optionalWhole, prose, whole, yes } from '../fields.ts';
import { agendaLinks } from './agenda-links.ts';
import { setCall } from './session-call.ts';

export const ITEM_TYPES = [
  'welcome',
  'reading',
  'exhibit',
  'hearing',
  'questions',
  'discussion',
  'tables',
  'statements',
  'temperature-check',
  'drafting',
  'ballot',
  'break',
] as const;

const nothing = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);
const nobody = v.pipe(
  v.literal(''),
  v.transform(() => null),
);

const item = v.object({
  title: line(),
  minutes: whole(1, 480),
  type: v.optional(v.union([nothing, v.picklist(ITEM_TYPES)])),
  instructions: optionalLine(500),
  links: v.optional(agendaLinks),
  auto: v.optional(yes),
  atLeast: optionalWhole(1, 500),
  notBefore: optionalWhole(1, 480),
});
const agenda = v.pipe(v.array(item), v.minLength(1), v.maxLength(40));
/** `was`: the item that it is already; left out or empty for a new one. */
const changedAgenda = v.pipe(
  v.array(v.object({ ...item.entries, was: v.optional(v.union([nothing, id])) })),
  v.minLength(1),
  v.maxLength(40),
);

export const sessionCommands = [
  v.object({ type: v.literal('plan-session'), title: line(), startsAt: instant, agenda }),
  v.object({
    type: v.literal('change-session'),
    session: id,
    title: line(),
    startsAt: instant,
    agenda: changedAgenda,
  }),
  v.object({ type: v.literal('cancel-session'), session: id, reason: prose(1_000) }),
  v.object({ type: v.literal('open-doors'), session: id }),
  v.object({ type: v.literal('open-session'), session: id }),
  v.object({
    type: v.literal('start-item'),
    session: id,
    item: id,
    after: v.nullable(v.union([nobody, id])),
    sure: v.optional(yes),
    reason: optionalLine(300),
  }),
  v.object({ type: v.literal('link-item'), session: id, item: id, links: v.optional(agendaLinks, []) }),
  setCall,
  v.object({ type: v.literal('count-down'), session: id, item: id }),
  v.object({ type: v.literal('cancel-countdown'), session: id, item: id }),
  v.object({
    type: v.literal('extend-item'),
    session: id,
    item: id,
    minutes: whole(1, 60),
    from: v.picklist(['session', 'next']),
  }),
  v.object({ type: v.literal('answer-extension'), session: id, minutes: whole(1, 60), agrees: yes }),
  v.object({ type: v.literal('settle-extension'), session: id }),
  v.object({ type: v.literal('drop-item'), session: id, item: id }),
  v.object({ type: v.literal('mark-ready'), session: id, item: id }),
  v.object({ type: v.literal('unmark-ready'), session: id, item: id }),
  v.object({ type: v.literal('show-recording'), session: id, exhibit: id }),
  v.object({
    type: v.literal('steer-recording'),
    session: id,
    exhibit: id,
    position: whole(0, 86_400),
    playing: yes,
  }),
  v.object({ type: v.literal('end-recording'), session: id }),
  v.object({ type: v.literal('pause-session'), session: id, reason: line() }),
  v.object({ type: v.literal('resume-session'), session: id }),
  v.object({
    type: v.literal('begin-closing'),
    session: id,
    after: v.nullable(v.union([nobody, id])),
    sure: v.optional(yes),
  }),
  v.object({ type: v.literal('close-session'), session: id }),
] as const;

export type SessionCommand = v.InferOutput<(typeof sessionCommands)[number]>;
