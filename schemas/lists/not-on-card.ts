/** What of a deal no list shows: its client and its books. */
export const notOnCard = ['client', 'links', 'won', 'countedBefore', 'corrections'] as const
