/** What may be marked on the paper of the rehearsal. */
export const CHOICES = ['for', 'against', 'abstain'] as const;
