import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { renderMarkdown } from '$lib/ui/markdown.ts';
import type { PageServerLoad } from './$types';

const TEXT = `## Бағдарламаның мәтіні

Әділетті ғалым қаңтарда өлең ұзақ үйде һәм ішінде — **every Kazakh letter** in *one* sentence.

- пункт первый
- second item with a [link](https://example.org/)

> A quotation of two lines,
> as jurors write it.

| Год | Сумма |
| --- | ---: |
| 2026 | 1 200 |`;

export const load: PageServerLoad = () => {
  if (!dev) error(404);
  return { html: renderMarkdown(TEXT), now: Date.now() };
};
