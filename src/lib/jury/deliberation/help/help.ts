/** The help line: what a juror writes in confidence, to those whose task it is. */
import type { Content, Instant, Role, SeatId } from '../../terms.ts';
import type { HELP_TOPICS } from './commands.ts';

export type HelpTopic = (typeof HELP_TOPICS)[number];

/** [D46] Whose task it is. */
const TASK_OF: Readonly<Record<HelpTopic, readonly Role[]>> = {
  technical: ['facilitator', 'organiser'],
  wellbeing: ['facilitator'],
  contact: ['organiser'],
};

export const isTaskOf = (role: Role, topic: HelpTopic): boolean => TASK_OF[topic].includes(role);

export interface HelpRequest {
  readonly id: string;
  readonly seat: SeatId;
  readonly topic: HelpTopic;
  readonly at: Instant;
  readonly text: Content;
  readonly state: 'new' | 'read' | 'resolved';
  readonly reply?: Content;
}

export type Help = readonly HelpRequest[];

/** What every event says, so that it is told to those only who may know of the request. */
interface About {
  readonly request: string;
  readonly seat: SeatId;
  readonly topic: HelpTopic;
}

export type HelpEvent =
  | ({ readonly type: 'help-requested'; readonly at: Instant; readonly text: Content } & About)
  | ({ readonly type: 'request-read' } & About)
  | ({ readonly type: 'request-resolved'; readonly reply: Content } & About);

export function evolveHelp(help: Help, event: HelpEvent): Help {
  const change = (to: Partial<HelpRequest>): Help =>
    help.map((one) => (one.id === event.request ? { ...one, ...to } : one));
  switch (event.type) {
    case 'help-requested': {
      const { request: id, seat, topic, at, text } = event;
      return [...help, { id, seat, topic, at, text, state: 'new' }];
    }
    case 'request-read':
      return change({ state: 'read' });
    case 'request-resolved':
      return change({ state: 'resolved', reply: event.reply });
  }
}
