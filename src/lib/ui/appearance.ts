/** How the reader wants pages to look, kept in two cookies so that it holds without JavaScript. */
import type { Cookies, Handle } from '@sveltejs/kit';

export const THEMES = ['system', 'light', 'dark'] as const;
export const CONTRASTS = ['system', 'more', 'normal'] as const;
export type Theme = (typeof THEMES)[number];
export type Contrast = (typeof CONTRASTS)[number];
export interface Appearance {
  readonly theme: Theme;
  readonly contrast: Contrast;
}

export const APPEARANCE_COOKIES = { theme: 'alqa_theme', contrast: 'alqa_contrast' } as const;
const YEAR_S = 60 * 60 * 24 * 365;

/** Anything unknown reads as "as on the device". */
export function readAppearance(theme: unknown, contrast: unknown): Appearance {
  return {
    theme: THEMES.find((each) => each === theme) ?? 'system',
    contrast: CONTRASTS.find((each) => each === contrast) ?? 'system',
  };
}

export function appearanceOf(cookies: Cookies): Appearance {
  return readAppearance(cookies.get(APPEARANCE_COOKIES.theme), cookies.get(APPEARANCE_COOKIES.contrast));
}

export function keepAppearance(cookies: Cookies, appearance: Appearance, secure: boolean): void {
  const options = { path: '/', sameSite: 'lax', maxAge: YEAR_S, secure } as const;
  cookies.set(APPEARANCE_COOKIES.theme, appearance.theme, options);
  cookies.set(APPEARANCE_COOKIES.contrast, appearance.contrast, options);
}

/** Writes the choice on `<html>`, where tokens.css reads it. */
export const dress: Handle = ({ event, resolve }) => {
  const { theme, contrast } = appearanceOf(event.cookies);
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%alqa.theme%', theme).replace('%alqa.contrast%', contrast),
  });
};
