/** Where to go after signing in: a path of this site that was asked for, else `fallback`. Never another site, never a door. */
export function withinSite(asked: string | null, fallback: string): string {
  if (!asked?.startsWith('/') || asked.length > 2_000) return fallback;
  const site = 'http://site.invalid';
  if (!URL.canParse(asked, site)) return fallback;
  const { origin, pathname, search } = new URL(asked, site);
  if (origin !== site || pathname.startsWith('//') || /^\/(enter|sign-in|sign-out)(\/|$)/.test(pathname))
    return fallback;
  return pathname + search;
}
