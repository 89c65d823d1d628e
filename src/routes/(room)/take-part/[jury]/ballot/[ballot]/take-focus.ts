/** Whoever checks their choice stands at its heading, for the button that they pressed is gone. */
export const takeFocus = (heading: HTMLElement): void => heading.focus();
