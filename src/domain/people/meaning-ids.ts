/**
 * Ids of no person and no department, as addresses use them for something else: `me` is whoever asks, `new` is what is not
 * there yet.
 */
export const meaningIds: readonly string[] = ['me', 'new']
