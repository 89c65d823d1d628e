import { describe, expect, test } from 'vitest';
import { HELP_TOPICS } from '../../src/lib/jury/deliberation/help/commands.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, codeOf, juror, juryAfter, juryAt, play } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const ask = (topic: (typeof HELP_TOPICS)[number]): Step => [
  juror(2),
  { type: 'request-help', topic, text: `In confidence: ${topic}.` },
];
const live = juryAfter('deliberating');
const asked = play(live, HELP_TOPICS.map(ask));
const idOf = (topic: string): string => asked.jury.help.find((one) => one.topic === topic)?.id ?? '';
const read = (topic: string) => ({ type: 'read-request', request: idOf(topic) }) as const;
const resolve = (topic: string) => ({ type: 'resolve-request', request: idOf(topic), reply: 'At the break.' }) as const;
const topicsSeen = ({ jury }: Played, viewer: Viewer) => viewJury(jury, viewer).help?.map(({ topic }) => topic);

describe('the help line', () => {
  test('[D45] is open to whoever is muted or removed, and outside sessions', () => {
    const silenced = play(live, [
      [FACILITATOR, { type: 'mute-juror', seat: 'S02', rule: 'insult' }],
      [FACILITATOR, { type: 'remove-juror', session: 'D1', seat: 'S02', rule: 'insult' }],
      ask('wellbeing'),
    ]);
    expect(silenced.jury.help).toMatchObject([{ seat: 'S02', topic: 'wellbeing', state: 'new' }]);
    expect(play(juryAt('learning'), [ask('contact')]).jury.help).toHaveLength(1);
  });

  test('[W11] each sees what is theirs, and nobody else anything', () => {
    expect(topicsSeen(asked, { role: 'facilitator' })).toEqual(['technical', 'wellbeing']);
    expect(topicsSeen(asked, { role: 'organiser' })).toEqual(['technical', 'contact']);
    expect(topicsSeen(asked, { role: 'juror', seat: 'S02' })).toEqual([...HELP_TOPICS]);
    expect(topicsSeen(asked, { role: 'juror', seat: 'S03' })).toEqual([]);
    expect(topicsSeen(asked, { role: 'oversight' })).toBeUndefined();
  });

  test('[D46] a request is new, read, resolved, by those whose task it is', () => {
    expect(codeOf(asked, ORGANISER, read('wellbeing'))).toBe('unknown-request');
    expect(codeOf(asked, FACILITATOR, resolve('contact'))).toBe('unknown-request');
    const seen = play(asked, [[FACILITATOR, read('wellbeing')]]);
    expect(seen.jury.help.map(({ state }) => state)).toEqual(['new', 'read', 'new']);
    expect(codeOf(seen, FACILITATOR, read('wellbeing'))).toBe('already-read');
    const resolved = play(seen, [
      [FACILITATOR, resolve('wellbeing')],
      [ORGANISER, resolve('technical')],
    ]);
    expect(resolved.jury.help.map(({ state }) => state)).toEqual(['resolved', 'resolved', 'new']);
    expect(resolved.jury.help[1]?.reply?.text).toBe('At the break.');
    expect(codeOf(resolved, FACILITATOR, resolve('technical'))).toBe('already-resolved');
    expect(codeOf(resolved, FACILITATOR, read('wellbeing'))).toBe('already-resolved');
  });
});
