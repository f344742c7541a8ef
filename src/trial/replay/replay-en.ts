import type { RefusedGroup } from './replay-report'

/** What a replay looked at. */
type Span = Readonly<Record<'deals' | 'events', number> & Record<'file' | 'since' | 'until' | 'zone', string>>

type Told = Pick<RefusedGroup, 'field' | 'why' | 'writers' | 'values'>

/** Why values of a field are not taken. */
function refusal({ field, why, writers = [], values }: Told): string {
  switch (why) {
    case 'writer':
      return `${field}: only ${writers.join(', ')} may write it`
    case 'value':
      return `${field}: does not hold ${values.join(', ')}`
    case 'computed':
      return `${field}: is computed, nobody writes it`
  }
}

/** The sentences of a replay in English. */
export const replayEn = {
  head: ({ deals, events, file, since, until, zone }: Span) =>
    `${deals} deals with ${events} recorded events through ${file}, ${since} to ${until} (${zone})`,
  moves: (all: number, stopped: number) => `Moves: ${all}; the new rules would have stopped ${stopped}`,
  movesMarkdown: (all: number, stopped: number) =>
    `**Moves:** ${all}, of which the new rules would have stopped **${stopped}**.`,
  alsoBefore: (count: number) => `${count} were against the rules they had, too`,
  noLonger: (count: number) => `${count} would not be stopped any more`,
  forWantOf: (what: string) => `for want of ${what}`,
  example: (title: string, by: string, deal: string) => `“${title}” by ${by}  (${deal})`,
  refused: (count: number) => `Values written: the new rules would have refused ${count}`,
  refusal,
  won: (sides: string) => `Deals won: ${sides}`,
  wonNoMore: (count: number): string => (count === 1 ? 'is not won by the new rules' : 'are not won by the new rules'),
  wonNew: (count: number): string => (count === 1 ? 'is won by the new rules alone' : 'are won by the new rules alone'),
  named: (title: string, deal: string) => `“${title}”  (${deal})`,
  tasks: (tasks: string, late: string) => `Tasks: ${tasks}, missed: ${late}`,
  alerts: (told: string) => `Alerts: ${told}`,
  callBacks: (count: number, sides: string) => `Call-backs owed: ${count}; late: ${sides}`,
  lateWithin: (late: number, within: string) => `${late} with ${within}`,
  noCallBack: 'none is asked for',
  heads: { tasks: 'tasks', missed: 'missed', told: 'told', all: 'all' },
  stopHeads: { stopped: 'stopped', move: 'move', want: 'for want of', line: 'line', example: 'example' },
  unplaced: (count: number, what: string, example: string) =>
    `No place for ${count} deals from ${what} on, such as ${example}: say under “moved:” what became of it.`,
  unknownFields: (fields: string) => `Fields on record that the file does not know: ${fields}.`,
  caution: [
    'A stopped move is let through in the replay, so that the rest of the deal can be looked at: what people would have done',
    'instead nobody knows. “Before” is the same history under the rules it had, so both sides are counted alike.',
  ] as readonly string[],
  before: 'by the rules it had',
  after: 'by the new rules',
  progress: 'Deals replayed',
  step: (ladder: string, step: number) => `${ladder}, step ${step}`,
  alert: (name: string) => name,
  title: (title: string, id: string, zone: string) => `“${title}” (${id}), ${zone}`,
  life: {
    stopped: (to: string, missing: string) => `✗ stopped on the way to ${to}: ${missing}`,
    refused: (group: Told) => `✗ not taken: ${refusal(group)}`,
    lost: (what: string) => `✗ there is no ${what} any more`,
    rule: (id: string) => `rule ${id}`,
    completed: 'completed',
    closed: (what: 'lost' | 'cancelled' | 'reopened', reason: string | undefined): string =>
      `${what}${reason === undefined ? '' : `: ${reason}`}`,
    event: (name: string | undefined) => `event ${name}`,
    owner: (owner: string) => `owner ${owner}`,
    answered: 'answered',
    run: (rule: string | undefined, outcome: string | undefined) => `rule ${rule}: ${outcome}`,
    alert: (what: 'stuck' | 'idle' | 'reply_late', people: string): string => `! ${what}, told ${people}`,
    late: (task: string) => `! ${task} late`,
    told: (people: string) => `, told ${people}`,
    given: (person: string) => `, given to ${person}`,
    opened: (task: string, who: string, due: string | undefined) =>
      `+ ${task} (${who}, ${due === undefined ? 'no date' : `due ${due}`})`,
    done: (task: string, isLate: boolean) => `✓ ${task}${isLate ? ', late' : ''}`,
    dropped: (task: string, reason: string | undefined) => `– ${task} (${reason})`,
  },
}

/** The sentences of a replay in a language. Names of the file and of people stay as they are written. */
export type ReplayWords = typeof replayEn
