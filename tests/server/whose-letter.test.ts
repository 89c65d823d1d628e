import { expect, test } from 'vitest';
import { whoseLetter } from '../../src/lib/server/mail/whose-letter.ts';

const names = { S03: 'Aru' };

test('[W49] [W60] the organiser does not learn from the mail who has not voted or has complained, nor who follows the board', () => {
  expect(whoseLetter('seat:S03', 'ballot', names)).toBeNull();
  expect(whoseLetter('follower:7', 'verdict', names)).toBeNull();
  // [W60]
  expect(whoseLetter('seat:S03', 'complaint-answered', names)).toBeNull();
  expect(whoseLetter('seat:S03', 'session', names)).toBe('Aru');
  expect(whoseLetter('seat:S04', 'link', names)).toBe('S04');
});
