import { redirect } from '@sveltejs/kit';
import { LOCALE_COOKIE, asLocale } from '$lib/i18n/locale.ts';
import { appearanceOf, keepAppearance, readAppearance } from '$lib/ui/appearance.ts';
import { sameSitePath } from '$lib/ui/same-site-path.ts';
import type { Actions, PageServerLoad } from './$types';

const YEAR_S = 60 * 60 * 24 * 365;

export const load: PageServerLoad = ({ cookies, url }) => ({
  appearance: appearanceOf(cookies),
  from: sameSitePath(url.searchParams.get('from')),
});

export const actions: Actions = {
  default: async ({ cookies, request, url }) => {
    const form = await request.formData();
    const secure = url.protocol === 'https:';
    const locale = asLocale(form.get('locale')?.toString());
    if (locale) cookies.set(LOCALE_COOKIE, locale, { path: '/', sameSite: 'lax', maxAge: YEAR_S, secure });
    keepAppearance(cookies, readAppearance(form.get('theme'), form.get('contrast')), secure);
    redirect(303, sameSitePath(form.get('from')));
  },
};
