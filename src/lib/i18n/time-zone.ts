/** The institution's time zone, in which every deadline is told wherever the reader is. The server is configured with it; a page says it in `<html>`. */

/** All of Kazakhstan has kept this time since March 2024. */
export const USUAL_TIME_ZONE = 'Asia/Almaty';

let zone =
  typeof document === 'undefined' ? USUAL_TIME_ZONE : (document.documentElement.dataset['timeZone'] ?? USUAL_TIME_ZONE);

/** Its IANA name. */
export const timeZone = (): string => zone;

/** Called once, when the server starts. */
export function keepTimeOf(configured: string): void {
  zone = configured;
}
