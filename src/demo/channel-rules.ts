import type { Language } from '#schemas/language-names'

/** What the demo company says of its lines and forms, laid behind rules that say nothing of them. */
const lines: Readonly<Record<Language, string>> = {
  en: `
channels:                     # what each line and form is; keys are entered in the system
  main_line: { kind: phone, name: Main number }
  ad_line:   { kind: phone, name: Number in the advertisement, pipeline: b2c_new }
  chat:      { kind: messenger, name: Bot in Telegram }
  mail:      { kind: mail, name: Mailbox of the sales department }
  site:      { kind: form, name: Forms of the site, source: website }
`,
  ru: `
channels:                     # чем служит каждый номер и каждая форма; ключи вводят в системе
  main_line: { kind: phone, name: Основной номер }
  ad_line:   { kind: phone, name: Номер из рекламы, pipeline: b2c_new }
  chat:      { kind: messenger, name: Бот в Telegram }
  mail:      { kind: mail, name: Почта отдела продаж }
  site:      { kind: form, name: Формы на сайте, source: сайт }
`,
}

const others = `
intake:
  same_client_within: 30 calendar days
  lines:
    - when: { channel: site, form: vacancy }
      becomes: nothing
    - when: { channel: site, form: question }
      becomes: request
      by: head_of_sales
      answer: 1 working hour
    - becomes: deal

calls:
  missed:
    call_back: 15 working minutes
    by: owner
    otherwise: b2c_team
    pick: least_busy
    tries: 3 in 2 working days
  counts_as_talk: 5 calendar seconds

messages: { answer: 30 working minutes }
`

/** Rules with lines and forms: so that what is played into the demo company is owed and answered. */
export function withChannels(text: string, language: Language): string {
  return /^(?:channels|intake|calls):/m.test(text) ? text : `${text.trimEnd()}\n${lines[language]}${others}`
}
