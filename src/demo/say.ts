import { inWords, sayingOf, type Book, type Say, type Told } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import { en } from './words/en'

/** Names a sentence of the demo and what goes into it. */
export const say: Say<typeof en> = (key, ...[values]) => sayingOf(key, values)

const book: Book = { en, russian: async () => (await import('./words/ru')).ru }

/** Why no demo can be made in a folder. */
export class DemoError extends Error {
  readonly told: Told

  constructor(saying: Saying, options?: ErrorOptions) {
    super(inWords(en, saying), options)
    this.name = new.target.name
    this.told = { sayings: [saying], book }
  }
}
