import type { SubmitFunction } from '@sveltejs/kit';

/** Sends a form without leaving the page and shows whatever came back. */
export const stayOnPage: SubmitFunction =
  () =>
  ({ update }) =>
    update();
