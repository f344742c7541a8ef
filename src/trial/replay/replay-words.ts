import type { Language } from '#schemas/language-names'
import { replayEn, type ReplayWords } from './replay-en'
import { replayRu } from './replay-ru'

/** The sentences of replays, by language. */
export const replayWords: Readonly<Record<Language, ReplayWords>> = { en: replayEn, ru: replayRu }
