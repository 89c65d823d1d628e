import type { Cookies } from '@sveltejs/kit';
import { randomInt } from 'node:crypto';
import type { JuryId, SeatId } from '../jury/terms.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LONGEST_S = 400 * 86_400;

/** 60 random bits that can be written down. */
export const freshCode = (): string => Array.from({ length: 12 }, () => CROCKFORD[randomInt(32)]).join('');

/**
 * The survey code that a juror's browser keeps, made up where it has none. The name holds the seat, for a device may be shared; the path keeps
 * the code out of every other request.
 */
export function rememberedCode(cookies: Cookies, jury: JuryId, seat: SeatId, https: boolean): string {
  const code = cookies.get(`survey_${seat}`) ?? freshCode();
  rememberCode(cookies, jury, seat, code, https);
  return code;
}

export function rememberCode(cookies: Cookies, jury: JuryId, seat: SeatId, code: string, https: boolean): void {
  const path = `/take-part/${jury}/survey`;
  cookies.set(`survey_${seat}`, code, { path, httpOnly: true, sameSite: 'strict', secure: https, maxAge: LONGEST_S });
}
