type Skipped = { readonly days: number; readonly first: string; readonly last: string; readonly holidays: number }
type Step = { readonly no: number | undefined; readonly ladder: string | undefined; readonly told: string }

/** The sentences of a simulation in English. */
export const simulationEn = {
  when: (zone: string) => `when (${zone})`,
  what: 'what',
  by: 'by',
  comes: (pipeline: string, id: string, owner: string) => `The deal comes: ${pipeline} (${id}), given to ${owner}`,
  routed: (when: string | undefined) => `by the line of new_deals for ${when ?? 'everything else'}`,
  answerBy: (time: string, how: string) => `the client must be answered by ${time} (${how})`,
  stage: (name: string, id: string, no: number, of: number) => `${name} (${id}), stage ${no} of ${of}`,
  task: (name: string, who: string, due: string, why: string) => `task ${name} for ${who}, ${due} (${why})`,
  mayAlso: (who: string) => `${who} may do it too`,
  writtenBy: (value: string, who: string) => `${value} (by ${who})`,
  noDateYet: 'no date yet',
  due: (time: string) => `due ${time}`,
  optional: 'optional',
  skipped: ({ days, first, last, holidays }: Skipped) => {
    const kinds = [
      ...(holidays > 0 ? [`${holidays} ${holidays === 1 ? 'holiday' : 'holidays'}`] : []),
      ...(holidays < days ? [`${days - holidays} of a weekend`] : []),
    ]
    const span = days === 1 ? first : `${first} to ${last}`
    return `skipped ${days} ${days === 1 ? 'day' : 'days'}, ${span} (${kinds.join(', ')})`
  },
  ifNobody: 'if nobody does anything:',
  thenNothing: 'After that nothing comes of itself: the deal stays where it is.',
  answered: 'The client is answered',
  writtenDown: (field: string, day: string) => `${field} is written down: ${day}`,
  filledIn: (values: string) => `written down: ${values}`,
  papers: (facts: string) => `papers: ${facts}`,
  stopped: (what: string) => `✗ The gate stops it: ${what}.`,
  mayPass: (role: string) => `${role} may let it pass with a reason.`,
  won: '★ The deal is won',
  completed: 'The deal is completed',
  late: (task: string) => `! ${task} is late`,
  told: (people: string, count: number) => `, ${people} ${count > 1 ? 'are' : 'is'} told`,
  given: (person: string) => `, given to ${person}`,
  climbed: (task: string, { no, ladder, told }: Step, given: string) =>
    `! ${task}, step ${no} of ${ladder}${told}${given}`,
  stuck: ({ no, ladder, told }: Step) =>
    no === undefined ? '! the deal is stuck' : `! stuck, step ${no} of ${ladder}${told}`,
  untouched: (told: string) => `! nobody touches the deal${told}`,
  unanswered: (told: string) => `! the client still waits for an answer${told}`,
}

/** The sentences of a simulation in a language. Names, keywords and values of the file stay as they are written. */
export type SimulationWords = typeof simulationEn
