/** What stands where other calls name their integration: it was made from somebody’s own phone, and told of by them. */
export const ownCalls = 'own'
