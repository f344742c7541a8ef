import type { Language } from '#schemas/language-names'
import { simulationEn, type SimulationWords } from './simulation-en'
import { simulationRu } from './simulation-ru'

/** The sentences of simulations, by language. */
export const simulationWords: Readonly<Record<Language, SimulationWords>> = { en: simulationEn, ru: simulationRu }
