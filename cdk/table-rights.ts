/** What a kind of function may do with the table. Nobody may scan it, export it or change what it is. */
export type TableRights = {
  readonly actions: readonly string[]
  /** The indexes it may query, by name. */
  readonly indexes: readonly string[]
}

// A transaction needs the right of each write in it; there is no right for transactions themselves.
const readAndWrite = ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] as const

const asked = [...readAndWrite, 'dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem'] as const

/** The exact rights per kind of function. The relay is not here: it reads the stream and nothing of the table. */
export const tableRights = {
  // Who takes the right to change people from somebody does so on condition that somebody else has it.
  api: { actions: [...asked], indexes: ['gsi1', 'gsi2'] },
  // A page reads what the API reads, and its scripts write through the API in the same process.
  pages: { actions: [...asked], indexes: ['gsi1', 'gsi2'] },
  // What comes is written down, and counted where it is refused. Who rings is looked up by what is known of clients.
  rawDoor: {
    actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchGetItem'],
    indexes: ['gsi1', 'gsi2'],
  },
  // A deal that was told what is paid of it leaves the list of those to be told, a file of 1C the list of those to be read.
  consumer: { actions: [...readAndWrite, 'dynamodb:BatchGetItem', 'dynamodb:DeleteItem'], indexes: [] },
  schedules: {
    // What is noted beside a deal is written on condition that the deal has not changed meanwhile.
    // What is packed for reports is taken off the shelf, if it is still what was packed.
    // Rules that were published at their time leave the list of those that wait for it.
    actions: [
      ...readAndWrite,
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
    ],
    indexes: ['gsi1', 'gsi2'],
  },
  // A mailbox is looked into: what is new is written down, and how far the look has come. Whoever is told of a fault is told once.
  pollMail: { actions: [...readAndWrite, 'dynamodb:BatchGetItem'], indexes: ['gsi1', 'gsi2'] },
  // A mail is written down under the mailbox it came to.
  takeMail: { actions: ['dynamodb:Query', 'dynamodb:PutItem'], indexes: [] },
  // A publishing counts the deals it touches, and begins to seat those that have to move.
  publishRules: { actions: [...readAndWrite, 'dynamodb:BatchGetItem'], indexes: ['gsi1', 'gsi2'] },
} as const satisfies Record<string, TableRights>

const keepWords = [
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
] as const

/** What may be done with the words of the search: by whoever answers people, who may make them anew, and by who keeps them. */
export const wordRights = { ask: [...keepWords, 'dynamodb:Query'], keep: keepWords } as const
