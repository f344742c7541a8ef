import { choices, usualAnswers } from '#config/first/read-answers'
import type { RawAnswers } from '#config/first/read-answers'
import type { Both, FirstLanguage } from '#config/first/first-words'

type Choice = { readonly name: string; readonly value: string; readonly checked: boolean }

/** How somebody at a terminal is asked: for a text, and for some of a list. */
export type Prompts = {
  readonly input: (question: { readonly message: string; readonly default: string }) => Promise<string>
  readonly checkbox: (question: {
    readonly message: string
    readonly choices: readonly Choice[]
    readonly required: boolean
  }) => Promise<readonly string[]>
}

const questions = {
  company: { en: 'What is your company called?', ru: 'Как называется ваша компания?' },
  zone: { en: 'In which time zone do you work?', ru: 'В каком часовом поясе вы работаете?' },
  hours: { en: 'Which days and hours are worked?', ru: 'По каким дням и часам вы работаете?' },
  directions: {
    en: 'Whom do you sell to? Each is a direction of its own.',
    ru: 'Кому вы продаёте? Каждый ответ – отдельное направление.',
  },
  stages: { en: 'Which stages does a sale go through?', ru: 'Через какие этапы проходит продажа?' },
  roles: { en: 'Who works on a sale beside the managers?', ru: 'Кто работает над сделкой, кроме менеджеров?' },
} as const satisfies Record<string, Both>

/** Asks the six questions, those that are answered already left out. */
export async function askAnswers(prompts: Prompts, known: RawAnswers, language: FirstLanguage): Promise<RawAnswers> {
  const answers: Record<string, unknown> = { ...known, language }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const texts = {
    company: usualAnswers.company,
    zone: zone === '' ? usualAnswers.zone : zone,
    hours: usualAnswers.hours,
  }
  for (const [key, usual] of Object.entries(texts)) {
    if (answers[key] !== undefined) continue
    const message = questions[key as keyof typeof texts][language]
    // oxlint-disable-next-line no-await-in-loop -- one question after another
    answers[key] = await prompts.input({ message, default: usual })
  }
  for (const [key, table] of Object.entries(choices)) {
    if (answers[key] !== undefined) continue
    const list = Object.entries(table).map(([value, name]: readonly [string, Both]) => ({
      value,
      name: name[language],
      checked: true,
    }))
    const message = questions[key as keyof typeof choices][language]
    // oxlint-disable-next-line no-await-in-loop -- one question after another
    answers[key] = await prompts.checkbox({ message, choices: list, required: key !== 'roles' })
  }
  return answers
}
