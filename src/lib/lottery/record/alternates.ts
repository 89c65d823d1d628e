/** The part of those drawn that falls away at the confirmation call, as practitioners report it. */
export const USUAL_DROP_OUT = 0.1;

/**
 * How many alternates suffice in 19 of 20 juries: the 95th percentile of the binomial number of jurors who drop out.
 * @param dropOut probability, 0 to below 1, with which each juror drops out, independently of the others.
 */
export function sensibleAlternates(seats: number, dropOut: number = USUAL_DROP_OUT): number {
  let exactly = (1 - dropOut) ** seats;
  let atMost = exactly;
  let dropped = 0;
  while (atMost < 0.95 && dropped < seats) {
    exactly *= ((seats - dropped) / (dropped + 1)) * (dropOut / (1 - dropOut));
    dropped += 1;
    atMost += exactly;
  }
  return dropped;
}
