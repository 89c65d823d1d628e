/** One plain example of every command about statements and other soundings. */
export const SAMPLES_OF_SOUNDINGS = {
  'propose-statement': { type: 'propose-statement', session: 'D1', text: 'Night buses come first.' },
  'put-statement': { type: 'put-statement', held: 'H1', text: 'Night buses should come first.' },
  'open-sounding': { type: 'open-sounding', session: 'D1', kind: 'temperature', text: 'Buses until three?' },
  'withdraw-statement': { type: 'withdraw-statement', held: 'H1' },
  'change-answer': { type: 'change-answer', sounding: 'Z1', answer: 'concerns', code: 'C0DEC0DE0001' },
  'answer-sounding': { type: 'answer-sounding', sounding: 'Z1', answer: 'can-live-with' },
  'close-sounding': { type: 'close-sounding', sounding: 'Z1' },
} as const;
