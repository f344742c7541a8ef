import {
  adapter,
  formFact,
  instantOfSeconds,
  instantOfText,
  keyed,
  known,
  part,
  plain,
  said,
  same,
  unread,
} from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { Fact, FormFact, LeadToFetch } from '#channels/domain/facts'

/** Lead ads of Meta: a notice names the lead alone, its fields are fetched. Meta is called extremist in Russia. */
export const metaLeads = adapter({
  id: 'meta_leads',
  kind: 'form',
  name: { en: 'Meta lead ads', ru: 'Лид-формы Meta' },
  secrets: {
    app: { name: { en: 'App secret', ru: 'Секрет приложения' }, isOurs: false },
    verify: { name: { en: 'Verify token', ru: 'Маркер подтверждения' }, isOurs: true },
    token: {
      name: { en: 'Access token of the page (leads_retrieval)', ru: 'Токен страницы (leads_retrieval)' },
      isOurs: false,
      isOptional: true,
    },
  },
  needsZone: false,
  connect: {
    en: [
      'In your app at developers.facebook.com open Webhooks, Page, and subscribe to leadgen.',
      'Callback URL: {address}; verify token: {secret}',
      'Copy the app secret into the field below.',
      'Meta tells only that there is a lead. With a token of the page that may read leads its fields are fetched; without one it lies in the inbox until somebody looks it up there.',
      'In Russia Meta is called extremist: ask a lawyer before you advertise there.',
    ],
    ru: [
      'В своём приложении на developers.facebook.com откройте Webhooks, Page и подпишитесь на leadgen.',
      'Callback URL: {address}; маркер подтверждения: {secret}',
      'Скопируйте секрет приложения в поле ниже.',
      'Meta сообщает лишь о том, что заявка есть. С токеном страницы, которому разрешено читать заявки, её поля забираются сами; без него она лежит в неотвеченных, пока её не посмотрят там.',
      'В России Meta признана экстремистской: до рекламы там посоветуйтесь с юристом.',
    ],
  },
  verify: ({ asked, secrets: { app = '', verify = '' } }) =>
    asked.method === 'GET'
      ? same(asked.fields.get('hub.verify_token'), verify)
      : app !== '' && same(asked.headers['x-hub-signature-256'], `sha256=${keyed('sha256', app, asked.body)}`),
  ping: ({ asked }) =>
    asked.method === 'GET' && asked.fields.get('hub.mode') === 'subscribe'
      ? plain((asked.fields.get('hub.challenge') ?? '').slice(0, 200))
      : undefined,
  read: factsIn,
  answer: plain('ok'),
})

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const notice = asked.json()
  return listOf(part(notice, 'entry')).flatMap((entry) =>
    listOf(part(entry, 'changes'))
      .filter((change) => part(change, 'field') === 'leadgen')
      .map((change) => leadIn(part(change, 'value'))),
  )
}

function leadIn(lead: unknown): LeadToFetch {
  const once = said(part(lead, 'leadgen_id'))
  if (once === undefined) throw unread('unread_missing', { names: ['leadgen_id'] })
  return known<LeadToFetch>({
    kind: 'lead_to_fetch',
    once,
    form: said(part(lead, 'form_id')),
    at: instantOfSeconds(part(lead, 'created_time')),
  })
}

/** What a lead says that was fetched from Meta. */
export function fetchedLead(lead: unknown): FormFact {
  const pairs = listOf(part(lead, 'field_data')).map(
    (field) =>
      [
        said(part(field, 'name')) ?? '',
        listOf(part(field, 'values'))
          .flatMap((one) => said(one) ?? [])
          .join(', '),
      ] as const,
  )
  return formFact(
    pairs,
    known<Partial<FormFact>>({
      once: said(part(lead, 'id')),
      form: said(part(lead, 'form_id')),
      at: instantOfText(part(lead, 'created_time')),
    }),
  )
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}
