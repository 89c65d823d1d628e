/** Where the code of an answer to a sounding comes from: made up on the device, or, without scripts, left in a cookie by the server. */
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { expect, onTestFinished, test, vi } from 'vitest';
import { paperCode } from '../../src/lib/jury/fields.ts';
import { fillInAnswerCode } from '../../src/lib/server/answer-codes.ts';
import { answerCode } from '../../src/routes/(room)/answer-codes.ts';

const isCode = (text: unknown): boolean => v.safeParse(paperCode, text).success;

/** A browser with its cookies, in which a juror sends forms to the page of a session. */
function browser(seat = 'S01') {
  const jar = new Map<string, string>();
  const set: object[] = [];
  const post = (fields: Record<string, string>, as = seat) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const event = {
      params: { jury: 'J1' },
      url: new URL('https://alqa.example/take-part/J1/session/D1?/act'),
      locals: { principal: { kind: 'seat', jury: 'J1', seat: as }, app: { config: { https: true } } },
      cookies: {
        get: (name: string) => jar.get(name),
        set: (name: string, value: string, options: object) => (jar.set(name, value), set.push(options)),
      },
    } as unknown as RequestEvent;
    const filled = fillInAnswerCode(event, form);
    return { filled, code: form.get('code') };
  };
  return { jar, set, post };
}

const answer = { type: 'answer-sounding', sounding: 'Z1', answer: 'agree', code: '' };
const change = { ...answer, type: 'change-answer' };

test('[D122] a device makes up one code for each sounding and each juror, and keeps it', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const code = answerCode('J1', 'S01', 'Z1');
  expect(isCode(code)).toBe(true);
  expect(answerCode('J1', 'S01', 'Z1')).toBe(code);
  const others = [answerCode('J1', 'S01', 'Z2'), answerCode('J1', 'S02', 'Z1'), answerCode('J2', 'S01', 'Z1')];
  expect(new Set([code, ...others]).size).toBe(4);
});

test('[D122] without scripts the browser gets the code with its answer and shows it for a change', () => {
  const { post, set } = browser();
  const { filled, code } = post(answer);
  expect([filled, isCode(code)]).toEqual([true, true]);
  expect(post(change).code).toBe(code);
  // Sent twice, the answer keeps the code under which it lies in the box.
  expect(post(answer).code).toBe(code);
  expect(set[0]).toMatchObject({ httpOnly: true, sameSite: 'strict', secure: true, path: '/take-part/J1/session/D1' });
});

test('[D122] another question has another code, and so has another juror on the same device', () => {
  const { post } = browser();
  const codes = [post(answer).code, post({ ...answer, sounding: 'Z2' }).code, post(answer, 'S02').code];
  expect(new Set(codes).size).toBe(3);
  expect(post(change).code).toBe(codes[0]);
});

test('[D122] a code that a script filled in is left alone, and so is any other form', () => {
  const { post, jar } = browser();
  expect(post({ ...answer, code: 'C0DEC0DE0001' })).toEqual({ filled: false, code: 'C0DEC0DE0001' });
  expect(post({ type: 'give-signal', sounding: 'Z1', code: '' })).toEqual({ filled: false, code: '' });
  expect(post({ ...answer, sounding: 'Z1; path=/' })).toEqual({ filled: false, code: '' });
  expect(jar.size).toBe(0);
});
