import type { Language } from '#schemas/language-names'
import { replayEn } from './replay-en'
import { replayRu } from './replay-ru'

/** The sentences of a replay in a language. Names of the file and of people stay as they are written. */
export type ReplayWords = typeof replayEn

/** The sentences of replays, by language. */
export const replayWords: Readonly<Record<Language, ReplayWords>> = { en: replayEn, ru: replayRu }
