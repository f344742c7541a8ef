import { adapter, formFact, instantOfText, json, known, part, said, unread } from '#channels/adapter'
import type { AdapterPart, Asked } from '#channels/adapter'
import type { FormFact } from '#channels/domain/facts'
import { jsonSaid } from '#channels/domain/form-json'
import { isTooFast, sourceOf } from '#channels/domain/form-words'

/** Forms of a site: plain HTML, Norma’s own script, Contact Form 7, Elementor. Whoever sees the page may send one. */
export const site = adapter({
  id: 'site',
  kind: 'form',
  name: { en: 'Forms of a site', ru: 'Формы сайта' },
  secrets: {},
  needsZone: false,
  connect: {
    en: [
      'Plain form: <form method="post" action="{address}">; names of fields as you like: name, phone, email, message are recognised.',
      'With Norma’s own script: add data-norma="callback" (the name of the form) to that form, and <script src="…/in/form.js" defer></script> with your own host to the page; data-norma-thanks="/thanks" leads on, data-norma-consent="news 2" on a tick box names the consent of the rules and the version of the text beside it.',
      'From a script of your own: POST {address} with JSON such as {"name": "…", "phone": "…", "message": "…"}.',
      'WordPress: in a webhook plug-in of Contact Form 7, or “Actions After Submit, Webhook” of Elementor, enter {address}.',
      'A field for files (<input type="file">) sends up to five of 10 MB each by the script; without it up to a megabyte together, where the form says enctype="multipart/form-data".',
      'Once it is connected, list your sites in its settings, such as https://shop.example: scripts of other sites are refused.',
    ],
    ru: [
      'Обычная форма: <form method="post" action="{address}">; имена полей любые: имя, телефон, почта и сообщение узнаются сами.',
      'Со скриптом Нормы: добавьте этой форме data-norma="callback" (имя формы), а странице – <script src="…/in/form.js" defer></script> со своим именем сервера; data-norma-thanks="/thanks" ведёт дальше, data-norma-consent="news 2" у галочки называет согласие из правил и редакцию текста рядом.',
      'Своим скриптом: POST {address} с JSON, например {"name": "…", "phone": "…", "message": "…"}.',
      'WordPress: в плагине вебхуков для Contact Form 7 или в Elementor («Действия после отправки», «Webhook») укажите {address}.',
      'Поле для файлов (<input type="file">) отправляет скриптом до пяти файлов по 10 МБ; без скрипта – вместе до мегабайта, если у формы указано enctype="multipart/form-data".',
      'После подключения перечислите в настройках свои сайты, например https://shop.example: скриптам других сайтов будет отказано.',
    ],
  },
  verify: () => true,
  read: ({ asked }: AdapterPart) => [isJson(asked) ? embedded(asked.json()) : posted(asked)],
  answer: json({ taken: true }),
})

function isJson({ headers }: Asked): boolean {
  return /^application\/(?:[\w.+-]*\+)?json\b/i.test(headers['content-type'] ?? '')
}

function posted(asked: Asked): FormFact {
  const pairs = asked.pairs.length > 0 ? asked.pairs : plainLines(asked)
  if (pairs.length === 0) throw unread('unread_form')
  const fields = new Map(pairs)
  const once = said(fields.get('submission'))
  const form = formIn(fields)
  const proof = said(fields.get('altcha'))
  const opened = instantOfText(fields.get('opened'))
  const sent = asked.files().map(({ name, bytes }) => ({ name, bytes }))
  const files = sent.length === 0 ? undefined : sent
  return formFact(pairs, known<Partial<FormFact>>({ form, once, opened, proof, files }))
}

function formIn(fields: ReadonlyMap<string, string>): string | undefined {
  const names = ['form', 'form_name', 'form_id', 'form[name]', 'form[id]', '_wpcf7']
  return names.map((name) => said(fields.get(name))).find((id) => id !== undefined)
}

/** A form that says `enctype="text/plain"`: a line `name=value` a field. */
function plainLines(asked: Asked): Asked['pairs'] {
  if (!/^text\/plain\b/i.test(asked.headers['content-type'] ?? '')) return []
  return asked
    .text()
    .split(/\r?\n/)
    .flatMap((line) => {
      const at = line.indexOf('=')
      return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const]
    })
}

/** What Norma’s own script sends, or another script as it likes. */
function embedded(sent: unknown): FormFact {
  const fields = part(sent, 'fields')
  if (typeof sent !== 'object' || sent === null) throw unread('unread_form')
  const isOurs = typeof fields === 'object' && fields !== null && !Array.isArray(fields)
  const pairs = jsonSaid(isOurs ? fields : sent)
  if (pairs.length === 0) throw unread('unread_form')
  if (!isOurs) return formFact(pairs, known<Partial<FormFact>>({ form: formIn(new Map(pairs)) }))
  const opened = instantOfText(part(sent, 'opened'))
  const robot = said(part(sent, 'website')) !== undefined ? 'hidden_field' : tooFast(opened, part(sent, 'sent'))
  return formFact(
    pairs,
    known<Partial<FormFact>>({
      form: said(part(sent, 'form')),
      once: said(part(sent, 'submission')),
      source: sourceIn(sent),
      consent: consentIn(part(sent, 'consent')),
      robot,
      opened,
      proof: said(part(sent, 'altcha')),
      isByScript: true,
      files: filesIn(part(sent, 'files')),
    }),
  )
}

function tooFast(opened: string | undefined, sent: unknown): FormFact['robot'] {
  return isTooFast(opened, instantOfText(sent)) ? 'too_fast' : undefined
}

function sourceIn(sent: unknown): FormFact['source'] {
  const [page, referrer] = [said(part(sent, 'page')), said(part(sent, 'referrer'))]
  const [ym, ga] = [said(part(sent, 'client', 'ym')), said(part(sent, 'client', 'ga'))]
  return known<Record<string, string>>({ ...(page === undefined ? {} : sourceOf(page)), referrer, ym, ga })
}

/** Files that were sent before the form, by their ids. */
function filesIn(files: unknown): FormFact['files'] {
  if (!Array.isArray(files) || files.length === 0) return undefined
  return (files as readonly unknown[]).flatMap((one) => {
    const [id, name] = [said(part(one, 'id')), said(part(one, 'name'))]
    return id === undefined ? [] : [{ id, name: name ?? id }]
  })
}

function consentIn(consent: unknown): FormFact['consent'] {
  if (typeof consent !== 'object' || consent === null) return undefined
  return known<NonNullable<FormFact['consent']>>({
    given: part(consent, 'given') === true,
    text: said(part(consent, 'text')),
    version: said(part(consent, 'version')),
    at: instantOfText(part(consent, 'at')),
  })
}
