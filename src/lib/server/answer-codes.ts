/** The code of an answer to a sounding, for browsers without scripts: a cookie that goes to the page of that session and nowhere else. */
import type { RequestEvent } from '@sveltejs/kit';
import { actorIn } from './actors.ts';
import { freshCode } from './survey-codes.ts';

/** A session is over within a day. Seconds. */
const LONGEST = 86_400;

/**
 * Where a form came without the code that a script would have put into it: makes one up for an answer and leaves it with the browser, and takes
 * the browser's for a change. The server itself keeps none. Tells whether it filled one in.
 */
export function fillInAnswerCode({ cookies, locals, params, url }: RequestEvent, form: FormData): boolean {
  const [type, sounding, code] = ['type', 'sounding', 'code'].map((name) => form.get(name));
  if (code !== '' || !/^Z\d{1,6}$/.test(String(sounding)) || !locals.principal) return false;
  const actor = actorIn(params['jury'] ?? '', locals.principal);
  if (actor.kind !== 'seat') return false;
  // A device may be shared; and answers of one person under one code could be put side by side.
  const name = `answer_${actor.id}_${String(sounding)}`;
  // One that no answer bears is refused as not to be found.
  const own = cookies.get(name) ?? freshCode();
  if (type !== 'answer-sounding' && type !== 'change-answer') return false;
  form.set('code', own);
  const secure = locals.app.config.https;
  cookies.set(name, own, { path: url.pathname, httpOnly: true, sameSite: 'strict', secure, maxAge: LONGEST });
  return true;
}
