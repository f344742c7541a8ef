import { adapter, formFact, known, part, plain, said, same, unread } from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { Fact, FormFact } from '#channels/domain/facts'

/** Lead forms of VK: anything but the text `ok` is taken for a failure and sent again. */
export const vk = adapter({
  id: 'vk',
  kind: 'form',
  name: { en: 'VK lead forms', ru: 'Лид-формы VK' },
  secrets: {
    secret: { name: { en: 'Secret key', ru: 'Секретный ключ' }, isOurs: true },
    confirmation: { name: { en: 'Text to return', ru: 'Строка, которую должен вернуть сервер' }, isOurs: false },
  },
  needsZone: false,
  connect: {
    en: [
      'In the community open Manage, Work with the API, Callback API.',
      'Copy the text that the server has to return into the field below and save it here first.',
      'Address: {address}; secret key: {secret}',
      'Confirm, and under Types of events switch on “Lead forms, new application”.',
    ],
    ru: [
      'В сообществе откройте «Управление», «Работа с API», «Callback API».',
      'Скопируйте строку, которую должен вернуть сервер, в поле ниже и сначала сохраните здесь.',
      'Адрес: {address}; секретный ключ: {secret}',
      'Подтвердите и в «Типах событий» включите «Формы сбора заявок, новая заявка».',
    ],
  },
  verify: (given) => same(said(part(bodyOf(given), 'secret')), given.secrets['secret']),
  ping: (given) =>
    part(bodyOf(given), 'type') === 'confirmation' ? plain(given.secrets['confirmation'] ?? '') : undefined,
  read: factsIn,
  answer: plain('ok'),
})

function bodyOf({ asked }: AdapterPart): unknown {
  try {
    return asked.json()
  } catch {
    return undefined
  }
}

function factsIn(given: AdapterPart): readonly Fact[] {
  const notice = given.asked.json()
  if (part(notice, 'type') !== 'lead_forms_new') return []
  const answers = part(notice, 'object', 'answers')
  if (!Array.isArray(answers)) throw unread('unread_missing', { names: ['object.answers'] })
  const all = answers as readonly unknown[]
  const of = (key: string) =>
    said(
      part(
        all.find((one) => part(one, 'key') === key),
        'answer',
      ),
    )
  const name = [of('first_name'), of('last_name')].filter((one) => one !== undefined).join(' ')
  const [phone, email] = [of('phone_number'), of('email')]
  const others = all.filter((one) => !own.has(said(part(one, 'key')) ?? ''))
  const pairs = others.map(
    (one) => [said(part(one, 'question')) ?? said(part(one, 'key')) ?? '', said(part(one, 'answer')) ?? ''] as const,
  )
  const once = said(part(notice, 'object', 'lead_id')) ?? said(part(notice, 'event_id'))
  return [
    formFact(
      pairs,
      known<Partial<FormFact>>({
        form: said(part(notice, 'object', 'form_name')),
        once,
        name: name === '' ? undefined : name,
        phone,
        email,
      }),
    ),
  ]
}

const own: ReadonlySet<string> = new Set(['first_name', 'last_name', 'phone_number', 'email'])
