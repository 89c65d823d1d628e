/** In the browser the course is fetched when there is one. The server has it at once: whoever has no scripts gets it with the page. */
export const CourseAtOnce = import.meta.env.SSR ? (await import('./Course.svelte')).default : null;
