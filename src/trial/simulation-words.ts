import type { Language } from '#schemas/language-names'
import { simulationEn } from './simulation-en'
import { simulationRu } from './simulation-ru'

/** The sentences of a simulation in a language. Names, keywords and values of the file stay as they are written. */
export type SimulationWords = typeof simulationEn

/** The sentences of simulations, by language. */
export const simulationWords: Readonly<Record<Language, SimulationWords>> = { en: simulationEn, ru: simulationRu }
