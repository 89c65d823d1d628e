/**
 * How many letters of invitation to send. Recruitment statistics of juries from 2016 to 2025: about 10 answers a seat make a fair
 * lottery; 4 letters in 100 are answered usually, 1 in 100 where it went badly (Cumbria 2025).
 */
const ANSWERS_PER_SEAT = 10;

export const lettersFor = (seats: number): { readonly usual: number; readonly poor: number } => ({
  usual: seats * ANSWERS_PER_SEAT * 25,
  poor: seats * ANSWERS_PER_SEAT * 100,
});
