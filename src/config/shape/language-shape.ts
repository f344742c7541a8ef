import { months } from './months'
import { optional, required, text, value } from './parts'
import { builtInEvents, rule } from './sections/automation-shape'
import { calendarKeys } from './sections/calendar-shape'
import { calls, channel, company, intake, messages } from './sections/channel-shape'
import { clientKeys } from './sections/client-shape'
import { consent } from './sections/consent-shape'
import { document } from './sections/document-shape'
import { field, knownFields } from './sections/field-shape'
import { ladderStep } from './sections/ladder-shape'
import { bankKeys, invoice, oneCKeys, seller, series } from './sections/money-shape'
import { newDeal } from './sections/new-deal-shape'
import { outcome } from './sections/outcome-shape'
import { pipeline } from './sections/pipeline-shape'
import { behindStep } from './sections/plan-shape'
import { stageKeys } from './sections/stage-shape'
import type { Key, Shape } from './shape'

/** The whole file: every section, every key in the order in which they are best read, which must be there, and what each is for. */
export const language: Shape = {
  is: 'block',
  keys: {
    version: required(value('1', 'version'), 'The version of this language.'),
    calendar: required({ is: 'block', keys: calendarKeys }, 'Working time.'),
    calendars: optional(
      { is: 'table', ids: 'calendar', of: { is: 'block', keys: withoutRequired(calendarKeys) } },
      'Further calendars, chosen per person; what they leave out is as in the main one.',
    ),
    company: optional(company, 'What holds for the company as a whole.'),
    roles: optional(
      { is: 'table', ids: 'role', of: text, reserved: ['owner', 'owner_manager', 'previous_owner'] },
      'Who does things, by role.',
    ),
    axes: optional(
      { is: 'table', ids: 'axis', of: { is: 'list', of: value('a value', 'text'), isFilled: true } },
      'How directions are cut.',
    ),
    fields: optional(
      { is: 'table', ids: 'field', of: field, known: knownFields, reserved: ['any', 'stage', 'pipeline'] },
      'What is known of a deal.',
    ),
    clients: optional({ is: 'block', keys: clientKeys }, 'What is known of clients.'),
    consents: optional({ is: 'table', ids: 'consent', of: consent }, 'What clients are asked to agree to.'),
    events: optional({ is: 'table', ids: 'event', of: text, reserved: builtInEvents }, 'What happens outside.'),
    stages: required(
      { is: 'table', ids: 'stage', of: { is: 'block', keys: stageKeys }, reserved: ['completed'] },
      'The library of stages.',
    ),
    pipelines: required(
      { is: 'table', ids: 'pipeline', of: pipeline, reserved: ['roles', 'fields', 'pipelines', 'channels'] },
      'The sales directions.',
    ),
    outcomes: required(
      {
        is: 'block',
        keys: {
          lost: required(outcome, 'Closed before it was won.'),
          cancelled: required(outcome, 'Closed after it was won.'),
        },
      },
      'How deals end early.',
    ),
    new_deals: optional({ is: 'list', of: newDeal }, 'Who gets a new deal; the first line that fits.'),
    escalations: optional({ is: 'table', ids: 'escalation', of: { is: 'list', of: ladderStep } }, 'Ladders by name.'),
    automation: optional({ is: 'table', ids: 'automation', of: rule }, 'What happens by itself.'),
    channels: optional(
      { is: 'table', ids: 'channel', of: channel },
      'The lines, addresses and forms by which clients come.',
    ),
    intake: optional(intake, 'What becomes of whoever turns to us.'),
    calls: optional(calls, 'What is owed to whoever rings.'),
    messages: optional(messages, 'What is owed to whoever writes.'),
    plan: optional(
      {
        is: 'block',
        keys: {
          year_starts: optional({ is: 'words', words: months }, 'The first month of the year.'),
          when_behind: optional({ is: 'list', of: behindStep }, 'Who is told when the plan slips.'),
        },
      },
      'The sales plan.',
    ),
    sellers: optional({ is: 'table', ids: 'seller', of: seller }, 'Our legal entities.'),
    numbers: optional({ is: 'table', ids: 'series', of: series }, 'Series of numbers.'),
    invoices: optional({ is: 'table', ids: 'invoice', of: invoice }, 'Kinds of invoices.'),
    documents: optional({ is: 'table', ids: 'document', of: document }, 'Kinds of documents.'),
    bank: optional({ is: 'block', keys: bankKeys }, 'Money that comes in.'),
    one_c: optional({ is: 'block', keys: oneCKeys }, 'The exchange with 1C.'),
    moved: optional({ is: 'table', keys: 'old_ids', of: value('the new id', 'new_id') }, 'Old id: new id.'),
  },
}

function withoutRequired(keys: Readonly<Record<string, Key>>): Readonly<Record<string, Key>> {
  return Object.fromEntries(Object.entries(keys).map(([key, { shape, says }]) => [key, { shape, says }]))
}
