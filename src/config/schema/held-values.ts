import { anyValue, anyOf, oneOfNames } from './editor-schema'
import type { EditorSchema } from './editor-schema'
import { withClientFields, type Called, type Vocabulary } from './vocabulary'
import * as write from './written-values'
import type { Holds } from '#config/shape/holds'
import { documentFactNames, invoiceFactNames } from '#domain/rules/paper-facts'
import { builtInEvents } from '#config/shape/sections/automation-shape'

type Pair = readonly [string, string]

const people: Readonly<Record<'owner' | 'owner_manager' | 'previous_owner', Pair>> = {
  owner: ['owner', 'The manager of the deal.'],
  owner_manager: ['owner_manager', 'The head of the owner’s department.'],
  previous_owner: ['previous_owner', 'Whoever had the last deal of this client; “otherwise” says who if nobody did.'],
}

const end: Pair = ['completed', 'The deal is done.']

const eventNames: Readonly<Record<(typeof builtInEvents)[number], string>> = {
  deal_created: 'A deal is created.',
  stage_entered: 'A deal enters a stage; “stage” says which.',
  field_changed: 'A field of a deal changes; “field” says which.',
  task_done: 'A task is done; “task” says which.',
  deal_won: 'A deal is won.',
  deal_lost: 'A deal is lost.',
  deal_cancelled: 'A deal that was won is cancelled.',
  call_missed: 'A client has rung and nobody took the call.',
  call_answered: 'Somebody has spoken with a client by telephone.',
  message_received: 'A client has written by a messenger.',
  mail_received: 'A client has written a mail.',
  form_received: 'A client has sent a form of the site.',
  client_waiting: 'A client waits for an answer of ours.',
  call_back_late: 'A client was not called back in time.',
}

const anyId: EditorSchema = { type: 'string', errorMessage: 'Write one name here.' }

/** What a value of this kind may be, by what the file declares; where that is unknown, any name may be right. */
export function heldValue(holds: Holds, vocabulary: Vocabulary): EditorSchema {
  const { roles, stages } = vocabulary
  const role = (first: readonly Pair[]): EditorSchema =>
    named(roles, first, 'There is no such role. Roles are declared under “roles”.')
  if (isOther(holds)) return otherName(holds, vocabulary)
  switch (holds) {
    case 'doer':
      return role([people.owner, people.owner_manager])
    case 'task_doer':
      return role([people.owner, people.owner_manager, ...namedPeople(vocabulary)])
    case 'head':
      return role([people.owner_manager])
    case 'taker':
      return role([people.previous_owner, people.owner_manager])
    case 'ladder':
      return named(vocabulary.ladders, [], 'There is no such ladder. Ladders are declared under “escalations”.')
    case 'field':
      return named(fieldNames(vocabulary), [], 'There is no such field. Fields are declared under “fields”.')
    case 'stage':
      return named(stages, [], 'There is no such stage. Stages are declared under “stages”.')
    case 'stage_or_end':
      return named(stages, [end], 'There is no such stage. Stages are declared under “stages”.')
    case 'pipeline':
      return named(vocabulary.pipelines, [], 'There is no such pipeline. Pipelines are declared under “pipelines”.')
    case 'event':
      return named(
        vocabulary.events,
        builtInEvents.map((id) => [id, eventNames[id]]),
        'There is no such event. Events of your own are declared under “events”.',
      )
    case 'task':
      return named(vocabulary.tasks, [], 'There is no such task. Tasks are declared under the “tasks” of a stage.')
    case 'new_id':
      return anyOf(named(stages, [], ''), anyId)
    case 'done_when':
      return named(paperFacts(vocabulary), [], paperFault)
    default:
      return holds === 'due' ? write.dueValue(vocabulary, {}) : writtenValues[holds]
  }
}

/** Fields that say who does a task. */
function namedPeople({ fields }: Vocabulary): readonly Pair[] {
  const persons = [...(fields ?? [])].filter(([, { type }]) => type === 'person')
  return persons.map(([id, { name }]) => [`field.${id}`, `Whoever is named in the field “${name}”.`])
}

const others = [
  'channel',
  'message',
  'consent',
  'client_role',
  'told_whose',
  'link_key',
  'seller',
  'series',
  'invoice',
  'document',
  'own_event',
  'gate_field',
] as const

function isOther(holds: Holds): holds is (typeof others)[number] {
  return others.some((one) => one === holds)
}

function otherName(holds: (typeof others)[number], vocabulary: Vocabulary): EditorSchema {
  const { sellers, series, invoices, documents } = vocabulary
  if (holds === 'channel' || holds === 'message' || holds === 'consent' || holds === 'client_role')
    return channelName(holds, vocabulary)
  if (holds === 'told_whose')
    return named(
      vocabulary.roles,
      [...toldWhose, people.owner_manager],
      'There is no such role. Roles are declared under “roles”.',
    )
  if (holds === 'link_key')
    return oneOfNames(keysOfLeads, 'Write “inn”, “phone with name”, “email with name” or “nothing”.')
  if (holds === 'gate_field') {
    const fault = 'There is no such field. Fields are declared under “fields”, those of clients under “clients”.'
    return named(fieldNames(withClientFields(vocabulary)), [], fault)
  }
  if (holds === 'seller') return named(sellers, [], 'There is no such seller. Sellers are declared under “sellers”.')
  if (holds === 'series')
    return named(series, [], 'There is no such series. Series of numbers are declared under “numbers”.')
  if (holds === 'own_event')
    return named(vocabulary.events, [], 'There is no such event. Events are declared under “events”.')
  if (holds === 'document')
    return named(documents, [], 'There is no such document. They are declared under “documents”.')
  return named(invoices, [], 'There is no such kind of invoice. They are declared under “invoices”.')
}

const toldWhose: readonly Pair[] = [
  ['everybody', 'Whoever has the right to be told.'],
  ['nobody', 'Nobody, whatever their rights.'],
]

const keysOfLeads: readonly Pair[] = [
  ['inn', 'The same INN, where the names agree.'],
  ['phone with name', 'The same telephone number, where the names agree.'],
  ['email with name', 'The same address, where the names agree.'],
  ['nothing', 'Nobody is recognised: every lead gets a card of its own.'],
]

const buyer: Pair = ['client', 'The client who buys.']

function channelName(
  holds: 'channel' | 'message' | 'consent' | 'client_role',
  { channels, messages, consents, clientRoles }: Vocabulary,
): EditorSchema {
  if (holds === 'channel') return named(channels, [], 'There is no such channel. They are declared under “channels”.')
  if (holds === 'consent') return named(consents, [], 'There is no such consent. They are declared under “consents”.')
  if (holds === 'message')
    return named(messages, [], 'There is no such template. They are declared under “messages”, “templates”.')
  return named(clientRoles, [buyer], 'There is no such role of clients. They are declared under “clients”, “roles”.')
}

const paperFault =
  'There is no such document or invoice, or nothing of the kind is done to it. Write for example “contract issued”.'

/** Everything that may close a task, said of each document and invoice. */
function paperFacts({ documents, invoices }: Vocabulary): Called | undefined {
  if (documents === undefined && invoices === undefined) return undefined
  const said = (names: Called | undefined, facts: readonly string[]): readonly Pair[] =>
    [...(names ?? [])].flatMap(([id, name]) => facts.map((fact): Pair => [`${id} ${fact}`, `“${name}” is ${fact}.`]))
  return new Map([...said(documents, documentFactNames), ...said(invoices, invoiceFactNames)])
}

const optionFault =
  'Options are small Latin letters, digits and “_”. For a wording of its own write “option: What people see”, one a line.'

const writtenValues = {
  duration: write.duration,
  ladder_time: write.ladderTime,
  percent: write.percent,
  number: write.numberValue,
  day: write.dayValue,
  hours: write.hoursValue,
  weekdays: write.weekdaysValue,
  zone: write.zoneValue,
  version: write.versionValue,
  option: {
    type: 'string',
    pattern: '^[a-z][a-z0-9_]*$',
    patternErrorMessage: optionFault,
    errorMessage: optionFault,
  },
  text: anyValue,
  paid_share: anyValue,
  made: anyValue,
  made_after: anyValue,
  formula: anyValue,
  axis_value: anyValue,
  condition_value: anyValue,
  field_value: anyValue,
  message_text: anyValue,
  time_of_day: {
    type: 'string',
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
    patternErrorMessage: 'Write a time of day in quotes, such as "18:00".',
  },
  tries: anyValue,
  talk_length: anyValue,
  phone: anyValue,
  country: {
    type: 'string',
    pattern: '^[A-Z]{2}$',
    patternErrorMessage: 'Write two capital letters, such as RU.',
  },
} as const satisfies Partial<Record<Holds, EditorSchema>>

function named(names: Called | undefined, first: readonly Pair[], fault: string): EditorSchema {
  // Of names of which none is declared yet any may be about to be.
  if (names !== undefined && names.size + first.length > 0) return oneOfNames([...first, ...names], fault)
  // Names are not known: the words of the language are offered all the same.
  return first.length === 0 ? anyId : anyOf(oneOfNames(first, fault), anyId)
}

function fieldNames({ fields }: Vocabulary): Called | undefined {
  return fields === undefined ? undefined : new Map([...fields].map(([id, { name }]) => [id, name]))
}
