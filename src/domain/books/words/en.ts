/** Why what a won deal counts for was not corrected, in English, by code. */
export const en = {
  deal_won: ({ title, people }: Books) =>
    `The deal “${title}” is won, and its amount is in the books. ${whoMay(people)}`,
  'deal_won.counts': ({ title, people }: Books) =>
    `The deal “${title}” is won, and whom it counts for is in the books. ${whoMay(people)}`,
  'deal_won.reason': ({ title }: { title: string }) =>
    `The deal “${title}” is won, and its amount is in the books. Say in “reason” why it is corrected.`,
} as const

type Books = { title: string; people: readonly string[] }

function whoMay(people: readonly string[]): string {
  if (people.length === 0) {
    return 'Nobody has the right to correct it: ask whoever looks after the people to give it to somebody.'
  }
  return `Only whoever may correct the books does that, with a reason: ask ${oneOf(people)}.`
}

function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
