import type { Asked } from '../context.ts';

export const nextExhibit = ({ jury }: Pick<Asked, 'jury'>): string => `E${jury.evidence.exhibits.length + 1}`;
