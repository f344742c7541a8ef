import { adapter, count, instantOfLocal, known, later, part, said, same, unread } from '#channels/adapter'
import type { AdapterPart, Asked } from '#channels/adapter'
import type { CallFact, Fact } from '#channels/domain/facts'

const template =
  '{"integration_key":"{secret}","event":"{{event}}","notification_name":"{{notification_name}}","notification_time":"{{notification_time}}","call_session_id":"{{call_session_id}}","virtual_phone_number":"{{virtual_phone_number}}","direction":"{{direction}}","contact_info":{"contact_phone_number":"{{contact_phone_number}}"},"employee_info":{"employee_id":"{{employee_id}}","extension_phone_number":"{{extension_phone_number}}"},"call_info":{"call_status":"{{call_status}}","is_lost":"{{is_lost}}","talk_time_duration":"{{talk_time_duration}}","wait_time_duration":"{{wait_time_duration}}","total_time_duration":"{{total_time_duration}}"},"call_record_file_info":{"file_link":"{{file_link}}"}}'

/** UIS, CoMagic and Novofon 2.0: the body is a template that the customer pastes, so anything may be missing. */
export const uis = adapter({
  id: 'uis',
  kind: 'phone',
  name: { en: 'UIS, CoMagic, Novofon', ru: 'UIS, CoMagic, Новофон' },
  secrets: {
    key: { name: { en: 'Key in the template', ru: 'Ключ в шаблоне' }, isOurs: true },
    access: {
      name: {
        en: 'Key of the Data API and the Call API: for calls of which a notice was lost, and to call with one click',
        ru: 'Ключ Data API и Call API – для звонков, о которых уведомление потерялось, и для звонка одним нажатием',
      },
      isOurs: false,
      isOptional: true,
    },
  },
  needsZone: true,
  connect: {
    en: [
      'In the account open Notifications about events; make one for each: outgoing leg, talk began, call ended, lost call, recorded talk.',
      'Way: HTTP, method POST, address {address}, Content-Type application/json.',
      `Body (keep the quotes around every variable): ${template}`,
      'Set the zone below to the zone of the account: the times carry none.',
      'So that a click calls, and lost notices are found: make a user of the API with access to Data API and Call API, add the address of this server to its list, and copy the key into the field below. With Novofon enter https://dataapi-jsonrpc.novofon.ru/v2.0 under “Address of its own interface”, with CoMagic https://dataapi.comagic.ru/v2.0.',
      'Calls are made from the number that the client has rung last, else from the first of your numbers entered under Numbers; never from one that begins with 8 800.',
    ],
    ru: [
      'В личном кабинете откройте «Уведомления о событиях»; заведите по одному на каждое: «Исходящее плечо», «Начало разговора», «Завершение звонка», «Потерянный звонок», «Записанный разговор».',
      'Способ: HTTP, метод POST, адрес {address}, Content-Type application/json.',
      `Тело (кавычки вокруг каждой переменной оставьте): ${template}`,
      'Ниже укажите часовой пояс личного кабинета: во времени он не указан.',
      'Чтобы звонить одним нажатием и находить потерянные уведомления: заведите пользователя API с доступом к Data API и Call API, добавьте адрес этого сервера в его список и скопируйте ключ в поле ниже. Для Новофона впишите в поле «Адрес его собственного интерфейса» https://dataapi-jsonrpc.novofon.ru/v2.0, для CoMagic – https://dataapi.comagic.ru/v2.0.',
      'Звонок идёт с того номера, на который клиент звонил последним, иначе – с первого из вписанных в «Номера»; с номеров на 8 800 – никогда.',
    ],
  },
  verify: ({ asked, secrets }) => same(keyIn(asked), secrets['key']),
  read: factsIn,
})

/** The key is looked for in the text: a body that is no JSON may still be from whoever knows it. */
function keyIn(asked: Asked): string | undefined {
  const text = new TextDecoder().decode(asked.body)
  return /"integration_key"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1]
}

function factsIn({ asked, settings }: AdapterPart): readonly Fact[] {
  const notice = asked.json()
  const call = found(notice, 'call_session_id')
  if (call === undefined) throw unread('unread_missing', { names: ['call_session_id'] })
  const link = found(notice, 'file_link', 'call_record_file_info')
  const head = {
    kind: 'call' as const,
    call,
    client: found(notice, 'contact_phone_number', 'contact_info') ?? '',
    line: found(notice, 'virtual_phone_number'),
    direction: directionIn(notice),
  }
  const kind = kindOf(notice)
  if (kind === 'recording' || link !== undefined)
    return [known<CallFact>({ ...head, recordings: link === undefined ? undefined : [link] })]
  const at = instantOfLocal(settings.zone, found(notice, 'notification_time'))
  return [known<CallFact>({ ...head, ...(kind === 'end' ? endIn(notice, at) : { leg: legIn(notice, kind, at) }) })]
}

type Kind = 'begins' | 'talks' | 'end' | 'recording'

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/record|запис/i, 'recording'],
  [/end|lost|finish|заверш|потерян/i, 'end'],
  [/answer|talk|conversation|начало разговора|ответ/i, 'talks'],
]

function kindOf(notice: unknown): Kind {
  const name = `${said(part(notice, 'event')) ?? ''} ${said(part(notice, 'notification_name')) ?? ''}`
  return kinds.find(([words]) => words.test(name))?.[1] ?? 'begins'
}

function endIn(notice: unknown, endedAt: string | undefined): Partial<CallFact> {
  const talked = count(found(notice, 'talk_time_duration', 'call_info')) ?? 0
  const took = count(found(notice, 'total_time_duration', 'call_info'))
  const isLost = found(notice, 'is_lost', 'call_info')?.toLowerCase() === 'true'
  const isAnswered = talked > 0 && !isLost
  const before = (seconds: number | undefined) =>
    endedAt === undefined || seconds === undefined ? undefined : later(endedAt, -seconds)
  const who = whoIn(notice)
  return known<Partial<CallFact>>({
    startedAt: before(took),
    answeredAt: isAnswered ? before(talked) : undefined,
    endedAt,
    talkSeconds: isAnswered ? talked : undefined,
    result: isAnswered ? 'answered' : 'missed',
    by: who,
    place: who === undefined ? undefined : 'ringing',
    last: 'whole',
  })
}

function legIn(notice: unknown, state: 'begins' | 'talks' | 'recording', at: string | undefined): CallFact['leg'] {
  const who = whoIn(notice)
  return known<NonNullable<CallFact['leg']>>({
    id: who ?? '',
    place: who === undefined ? 'menu' : 'ringing',
    state: state === 'talks' ? 'talks' : 'begins',
    withClient: true,
    who,
    at,
  })
}

function whoIn(notice: unknown): string | undefined {
  return found(notice, 'extension_phone_number', 'employee_info') ?? found(notice, 'employee_id', 'employee_info')
}

function directionIn(notice: unknown): CallFact['direction'] {
  const direction = found(notice, 'direction', 'call_info')
  return direction === 'out' ? 'out' : direction === 'in' ? 'in' : undefined
}

/** A value of the template, inside its block or beside it: customers move them about. A variable left unfilled is none. */
function found(notice: unknown, name: string, block?: string): string | undefined {
  const value = said(part(notice, name)) ?? (block === undefined ? undefined : said(part(notice, block, name)))
  return value?.startsWith('{{') === true ? undefined : value
}
