import { adapter, formFact, known, plain, said, same } from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { FormFact } from '#channels/domain/facts'

/** Tilda: three tries within two minutes, then the lead is lost, so it is answered before it is read. */
export const tilda = adapter({
  id: 'tilda',
  kind: 'form',
  name: { en: 'Tilda', ru: 'Tilda' },
  secrets: { path: { name: { en: 'Secret in the address', ru: 'Секрет в адресе' }, isOurs: true } },
  needsZone: false,
  connect: {
    en: [
      'In Tilda open Site settings, Forms, Webhook.',
      'Script URL: {address}/{secret}; “Send cookies” on, so that the source of the visitor comes along.',
      'Choose the webhook in the settings of every form, and publish the pages again.',
    ],
    ru: [
      'В Tilda откройте «Настройки сайта», «Формы», «Webhook».',
      'URL скрипта: {address}/{secret}; включите «Посылать Cookies», чтобы пришёл и источник посетителя.',
      'Отметьте вебхук в настройках каждой формы и переопубликуйте страницы.',
    ],
  },
  verify: ({ asked, secrets }) => same(asked.tail, secrets['path']),
  ping: ({ asked }) => (asked.fields.get('test') === 'test' ? plain('ok') : undefined),
  read: ({ asked: { fields, pairs } }: AdapterPart) => [
    formFact(
      pairs.filter(([name]) => !technical.has(name.toLowerCase())),
      known<Partial<FormFact>>({
        form: said(fields.get('formname')) ?? said(fields.get('formid')),
        once: said(fields.get('tranid')),
        source: cookiesIn(fields.get('COOKIES') ?? ''),
      }),
    ),
  ],
  answer: plain('ok'),
})

const technical: ReadonlySet<string> = new Set(['tranid', 'formid', 'formname', 'cookies'])
const counters: ReadonlySet<string> = new Set(['_ym_uid', '_ga'])

/** The marks of an advertisement are one cookie: `utm_source=yandex|||utm_medium=cpc|||`. */
function cookiesIn(cookies: string): FormFact['source'] {
  const found: Record<string, string> = {}
  for (const cookie of cookies.split(/;\s*/)) {
    const at = cookie.indexOf('=')
    const [name, value] = [cookie.slice(0, at), unescaped(cookie.slice(at + 1))]
    if (counters.has(name)) found[name] = value
    if (name !== 'TILDAUTM') continue
    for (const mark of value.split('|||')) {
      const [, key = '', given = ''] = /^(utm_[a-z]{1,20})=(.*)$/.exec(mark) ?? []
      if (key !== '' && given !== '') found[key] = given
    }
  }
  return found
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
