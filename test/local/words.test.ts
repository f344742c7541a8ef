import { describe } from 'vitest'

import { en as demoEn } from '#demo/words/en'
import { ru as demoRu } from '#demo/words/ru'
import { answerWords, type AnswerWords } from '#config/first/answer-words'
import { en } from '#local/words/en'
import { ru } from '#local/words/ru'
import { triesBothLanguages, type Samples } from '#test/support/both-languages'

const changes = { amount: [null, 100], vip: [null, true], note: ['x', null] } as const
const alert = { reason: 'overdue', since: 'T', notify: ['anna', 'boris'], giveTo: 'zoe' } as const
const told = [
  { ...alert, notify: [...alert.notify] },
  { reason: alert.reason, since: 'T', notify: ['anna'] },
]
const place = { pipeline: 'b2b', stage: 'offer' }

const samples: Samples<typeof en> = {
  picker_outside: [{ host: 'norma.example.com' }],
  actor: (['integration', 'automation', 'import', 'system'] as const).map((kind) => ({ kind, id: 'x1' })),
  begins: [{ ...place, changes: Object.fromEntries(Object.entries(changes).map(([key, pair]) => [key, [...pair]])) }],
  changes: [{ changes: undefined }],
  moved: [
    { from: 'offer', stage: 'delivery', became: 'won' },
    { from: 'delivery', stage: 'offer', became: 'unwon' },
    { from: 'delivery', stage: null, became: null },
  ],
  lost: [{ reason: 'price' }, { reason: undefined }],
  cancelled: [{ reason: 'refund' }],
  given: [{ from: 'anna', to: 'boris' }],
  posted: [{ event: 'payment_received', changes: undefined }],
  run: [
    {
      outcome: 'stopped',
      actions: [
        { kind: 'notify', done: true },
        { kind: 'move_to', done: false, why: 'WHY' },
      ],
    },
    { outcome: 'done', actions: [{ kind: 'notify', done: true }] },
    { outcome: 'too_deep', actions: [{ kind: 'notify', done: false }] },
    { outcome: 'paused', actions: [{ kind: 'notify', done: false }] },
  ],
  rang: told.map((one) => ({ stage: 'offer', alert: one })),
  task: told.map((one) => ({ task: 'Call', responsible: 'anna', alert: one })),
  told: told.map((one) => ({ alert: one })),
  reseated: [
    { was: 1, rules: 2, from: place, to: { pipeline: 'b2b', stage: 'bid' }, keys: ['bid.gate'], became: 'won' },
    { was: 1, rules: 2, from: place, to: place, keys: [], became: null },
  ],
  folder_taken: [{ folder: '.norma', process: 123 }],
  folder_is_file: [{ folder: '.norma' }],
  data_emptied: [{ folder: '.norma', file: 'store.sqlite' }],
  disk_full: [{ folder: '.norma' }],
  folder_closed: [{ folder: '.norma' }],
  store_empty: [{ path: '.norma/store.sqlite' }],
  store_other_form: [{ path: '.norma/store.sqlite', form: 2 }],
  store_damaged: [{ path: '.norma/store.sqlite', why: 'database disk image is malformed' }],
  data_lost: [{ folder: '.norma', file: 'store.sqlite' }],
  secret_short: [{ path: '.norma/secret', length: 0, wanted: 43 }],
  secret_gone: [{ path: '/data/secret', wanted: 43 }],
  issuer_unreadable: [{ path: '.norma/issuer.json' }],
  table_without_stream: [{ table: 'norma' }],
  backstage_failed: [{ table: 'norma' }],
  store_said: [{ text: 'Так сказало хранилище.' }],
  messages_failed: [{ consumer: 'x', why: 'WHY' }],
  messages_late: [{ consumer: 'x' }],
  message_aside: [{ consumer: 'x', why: 'WHY' }],
  schedule_failed: [{ name: 'pace' }],
}

const demo: Samples<typeof demoEn> = {
  other_rules: [{ lacking: ['b2b_new', 'lawyer'] }],
  deals_here: [{ title: 'Oak' }],
}

const answers: Samples<AnswerWords> = {
  question: [
    { key: 'compani', guess: 'company' },
    { key: 'zzz', guess: undefined },
  ],
  text: [{ key: 'zone', such: 'Europe/Moscow' }],
  hours: [{ text: '9-18', such: 'mon-fri 09:00-18:00' }],
  list: [{ key: 'stages', such: ['presentation', 'contract'] }],
  choice: [
    { key: 'stages', one: 'x', guess: undefined, known: ['presentation', 'contract'] },
    { key: 'stages', one: 'presentaton', guess: 'presentation', known: [] },
  ],
  least: [{ key: 'stages', known: ['presentation', 'contract'] }],
  language: [{ given: 'fr' }],
  zone: [{ text: 'Москва', such: 'Europe/Moscow' }],
  signs: [{ text: '$$' }],
}

describe('what runs on one machine', () => {
  triesBothLanguages('a Norma', {
    en,
    ru,
    samples,
    bare: ['store_said', 'given', 'posted'],
    unnamed: {
      actor: ['integration', 'automation', 'import', 'system'],
      moved: ['won', 'unwon'],
      reseated: ['won'],
      run: ['done', 'stopped', 'too_deep', 'paused'],
    },
  })
  triesBothLanguages('a demo', { en: demoEn, ru: demoRu, samples: demo })
  triesBothLanguages('a first file', { ...answerWords, samples: answers })
})
