import { describe, expect, test } from 'vitest'

import type { CommandWords } from '#cli/say'
import { say } from '#cli/say'
import { en } from '#cli/words/en'
import { enCalendar } from '#cli/words/en-calendar'
import { enFile } from '#cli/words/en-file'
import { enHelp } from '#cli/words/en-help'
import { enNorma } from '#cli/words/en-norma'
import { enPbx } from '#cli/words/en-pbx'
import { enRelease } from '#cli/words/en-release'
import { enTrial } from '#cli/words/en-trial'
import { enTyped } from '#cli/words/en-typed'
import { momentIn } from '#cli/words/moment'
import { ru } from '#cli/words/ru'
import { ruHelp } from '#cli/words/ru-help'
import { inWords } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import { triesBothLanguages, type Samples } from '#test/support/both-languages'

const words: CommandWords = en

const unknown = [
  { id: 'chek', guess: 'check', known: ['check', 'fix'] },
  { id: 'chek', known: ['check'] },
]
const people = [
  { id: 'anna', roles: ['lawyer', 'head'] },
  { id: 'boris', roles: [] },
]
const followed = [
  { version: 7, done: 12 },
  { version: 7, done: 12, finishedAt: '2026-12-01T06:00:00Z' },
]
const bavaria = { code: 'BY', name: 'Bayern' }

const samples: Samples<typeof en> = {
  register_loaded: [{ found: 7, added: 4, known: 2, refused: 1 }],
  register_would: [{ found: 7, added: 4, known: 2, refused: 1 }],
  register_more: [{ count: 3 }],
  clients_adopted: [{ deals: 7, made: 2, linked: 3, redacted: 4 }],
  clients_would: [{ deals: 7, made: 2, linked: 3, redacted: 0 }],
  note_sign: (['line_break', 'control', 'direction', 'broken'] as const).map((why) => ({
    sign: { why, sign: 'U+202E' },
  })),
  due_not_promised: [{ name: 'call_back' }, { name: 'answer' }],
  pbx_runs: [{ host: '127.0.0.1', port: 5038, address: 'https://norma.example/in/pbx', folder: 'x/pbx' }],
  pbx_exchange: (['connecting', 'listening', 'unreachable', 'not_ami', 'refused', 'silent', 'closed'] as const).map(
    (exchange, no) => ({ exchange, heardAt: no % 2 === 0 ? null : '2026-12-01T06:00:00Z' }),
  ),
  pbx_norma: (['taking', 'taken', 'too_large', 'stranger', 'nowhere', 'refused', 'later'] as const).map(
    (norma, no) => ({
      norma,
      why: no < 3 ? '' : 'HTTP 503',
      batches: no,
      bytes: no * 2000,
      handedAt: no < 2 ? null : '2026-12-01T06:00:00Z',
    }),
  ),
  pbx_dropped: [{ count: 12 }],
  pbx_disk: [{ why: 'ENOSPC' }],
  pbx_file: [{ why: 'ENOENT' }],
  pbx_refused: [{ user: 'norma' }],
  pbx_no_state: [{ folder: 'x/pbx' }],
  pbx_ami: [{ written: 'x:y' }],
  pbx_to: [{ written: null }, { written: 'x' }],
  pbx_dial: [{ written: '101' }],
  pbx_begins: [{ written: '9' }],
  pbx_context: [{ written: 'a b' }],
  pbx_https: [{ written: 'http://norma.example/in/pbx' }],
  pbx_secret: [
    { name: 'password', file: null },
    { name: 'key', file: null },
    { name: 'key', file: 'secrets' },
  ],
  pbx_secrets_open: [{ file: 'secrets' }],
  no_company: [{ folder: 'x/data' }],
  founded: [{ folder: 'x/data', file: 'pipelines.yaml' }],
  as_told: [{ text: 'Так сказал другой.' }],
  command_missing: [{ known: ['check', 'fix'] }],
  command_unknown: unknown,
  args_missing: [{ command: 'due <expression>' }],
  args_unused: [{ args: ['x', 'y'] }],
  option_unknown: [
    { option: '--formt', guess: '--format' },
    { option: '--x', guess: undefined },
  ],
  option_value: [{ option: '--format <format>' }],
  lang: [{ written: 'fr' }],
  format: [
    { written: 'prety', guess: 'pretty', known: ['pretty', 'json', 'markdown'] },
    { written: 'x', known: ['html'] },
  ],
  file_missing: [{ files: ['a.yaml'] }, { files: ['a.yaml', 'b.yaml'] }],
  file_there: [{ file: 'a.yaml' }],
  file_folder: [{ file: 'rules' }],
  file_unreadable: [{ file: 'a.yaml', why: 'EACCES' }],
  file_no_json: [{ file: 'a.json', why: 'Unexpected token' }],
  file_faults: [{ file: 'a.yaml', count: 3 }],
  deal_missing: [{ deal: 'deal_1' }],
  deal_missing_in: [{ deal: 'deal_1', data: '.norma' }],
  direction: unknown,
  stage: unknown.map((one) => ({ ...one, pipeline: 'New companies' })),
  format_file: [{ format: 'sarif' }],
  two_formats: [{ first: 'pretty', second: 'json' }],
  max_warnings: [{ written: 'few' }],
  report_unwritten: [{ file: 'x/y.json' }],
  code: [{ id: 'unknwon-role', guess: 'unknown-role' }, { id: 'zzz' }],
  formatted: [{ file: 'a.yaml' }],
  unformatted: [{ file: 'a.yaml' }],
  formatted_already: [{ file: 'a.yaml' }],
  fixable: [0, 1, 2, 5].map((changes) => ({ file: 'a.yaml', changes })),
  fixed: [
    { file: 'a.yaml', changes: 0, left: 0 },
    { file: 'a.yaml', changes: 1, left: 1 },
    { file: 'a.yaml', changes: 5, left: 2 },
  ],
  awaited: [{ file: 'a.yaml' }],
  changed: [
    { mended: 2, fresh: [] },
    { mended: 0, fresh: [7] },
    { mended: 0, fresh: [7, 9] },
  ],
  wrote: [{ file: 'a.json' }],
  watching: [{ file: 'a.yaml' }],
  link: [{ file: 'a.yaml' }],
  other_link: [{ linked: './old.json', file: 'a.yaml' }],
  answers_shape: [{ file: 'a.yaml', company: 'Our company' }],
  init_wrote: [{ file: 'a.yaml', schema: 'a.schema.json' }],
  init_usual: [{ keys: ['company', 'zone'] }],
  imported: [{ file: 'x.yaml', pipelines: 1, stages: 22, reasons: 5 }],
  direction_left_out: [{ name: 'Retail' }],
  to_do: [{ count: 1 }, { count: 16 }],
  no_playbook: [{ file: 'a.yaml', count: 3 }],
  playbook: [{ count: 12, folder: 'playbook', first: 'playbook/index.md' }],
  calendar: [
    { id: 'x', known: [] },
    { id: 'x', guess: 'xa', known: ['xa', 'night'] },
  ],
  time: [{ option: '--from', written: 'noon' }],
  field_moment: [{ field: 'visit_at', written: 'soon' }],
  field_day: [{ field: 'delivery', written: 'soon' }],
  counted_from: [{ name: 'delivery', written: 'start', option: '--event' }],
  counted_from_field: [{ field: 'delivery' }],
  due_task: [{ expression: '1 day after x', task: 'x' }],
  due_event: [{ expression: '1 day after x', event: 'x', name: 'Paid' }],
  due_field: [{ expression: '1 day before x', field: 'x', name: 'Delivery' }],
  due_stray: [{ expression: '1 day', option: '--event' }],
  year: [{ written: '27', first: 2000, last: 2100 }],
  country: [{ id: 'Rusia', guess: { code: 'RU', name: 'Russia' } }, { id: 'X' }],
  no_regions: [{ country: 'KZ' }],
  region: [
    { id: 'X', country: 'DE', known: [bavaria] },
    { id: 'Bayer', country: 'DE', guess: bavaria, known: [bavaria] },
  ],
  calendar_faulty: [{ file: 'a.yaml' }],
  calendar_by_hand: [{ file: 'a.yaml' }],
  days_off: [{ country: 'Russia', year: 2027, count: 14 }],
  unsure_regions: [{ codes: ['BY', 'BE'] }],
  unsure_resolution: [{ year: 2027 }],
  or_written: [{ file: 'a.yaml', country: 'RU', year: 2027 }],
  days_there: [{ file: 'a.yaml' }],
  days_written: [{ file: 'a.yaml', off: 14, worked: 2 }],
  min_coverage: [{ written: 'all' }],
  tests_missing: [{ tests: 'a.test.yaml', rules: 'a.yaml' }],
  test_unknown: [{ name: 'Christmas' }],
  last: [{ written: 'long' }],
  comes_at: [{ written: 'noon' }],
  set: [{ written: 'amount' }],
  field: [{ id: 'amoun', guess: 'amount' }, { id: 'zzz' }],
  field_computed: [{ id: 'margin', reads: ['amount', 'cost'] }],
  release_at: [{ written: 'noon' }],
  release_past: [{ written: '2020-01-01T06:00:00Z' }],
  expected: [{ written: 'last' }],
  no_plan: [{ file: 'plan.json' }],
  version: [{ written: 'last' }],
  see_faults: [{ file: 'a.yaml' }],
  in_force_already: [{ version: 7 }],
  in_force: [{ version: 7 }],
  back_in_force: [{ version: 8, to: 6 }],
  back_to: [{ version: 6 }],
  scheduled: [{ at: '2026-12-01T06:00:00Z', id: 'rel_1' }],
  called_off: [{ id: 'rel_1' }],
  followed: [{ count: 1 }, { count: 7 }],
  now: [
    { version: 2, at: '2026-12-01T06:00:00Z', author: 'anna', note: '' },
    { version: 2, restores: 1, at: '2026-12-01T06:00:00Z', author: 'anna', note: 'Why' },
  ],
  following: [{ version: 7, done: 3, total: 9, since: '2026-12-01T06:00:00Z' }],
  have_followed: followed,
  watched: followed,
  stuck: [{ deal: 'deal_1', why: 'WHY' }],
  judged: [
    { deals: 1, version: 7 },
    { deals: 5, version: 7 },
  ],
  waiting: [{ at: '2026-12-01T06:00:00Z', author: 'anna', note: 'WHAT', id: 'rel_1' }],
  not_published: [{ at: '2026-12-01T06:00:00Z', note: 'WHAT', id: 'rel_1', why: 'WHY' }],
  rule_paused: [{ rule: 'x', by: 'anna', reason: 'WHY' }],
  never_renamed: [{ id: 'offer' }],
  became: [{ id: 'offer', ends: ['proposal', 'bid'], to: 'sale' }],
  renamed: [
    { version: 3, kind: 'stage', in: 'b2b', from: 'offer', to: 'proposal' },
    { version: 3, kind: 'role', from: 'law', to: 'lawyer' },
    { version: 3, kind: 'paper', from: 'contract', to: 'agreement' },
  ],
  who_asks: [{ url: 'http://x' }],
  no_answer: [{ url: 'http://x' }],
  token_unknown: [{ url: 'http://x' }],
  strange_answer: [{ url: 'http://x', status: 502 }],
  port: [{ written: 'x' }],
  runs: [{ address: 'http://127.0.0.1:4000', folder: '.norma' }],
  letters_wait: [{ count: 1 }, { count: 62 }],
  still_waiting: [{ count: 1 }, { count: 5 }],
  more_acts: [{ count: 1 }, { count: 237 }],
  stands_on: [{ name: 'node:sqlite' }],
  other_rules: [{ version: 3, day: '2026-12-01', file: 'a.yaml' }],
  calendar_behind: [
    { calendar: 'night', years: [2027] },
    { calendar: 'night', years: [2027, 2028] },
  ],
  because: [{ why: 'EADDRINUSE' }],
  nobody_in_role: [{ role: 'x', active: people }],
  employee: [{ id: 'x', active: people }],
  integration_action: [{ action: 'stop' }],
  integration_none: [{ id: 'mango-main' }],
  play_speed: [{ speed: 'fast' }],
  play_nothing: [{ folder: 'days' }],
  play_file: [
    { file: 'day.json', place: '', wants: 'JSON' },
    { file: 'day.json', place: 'arrivals[0].at', wants: '60' },
  ],
  played: [
    { sent: 3, refused: 0 },
    { sent: 3, refused: 1 },
  ],
  recorded: [{ file: 'mango.json', count: 3 }],
  demo_over: [{ folder: '.norma', address: 'http://x' }],
  demo_people: [{ people: 12, deals: 60, open: 20, won: 11, completed: 13, lost: 14, cancelled: 2 }],
  demo_tasks: [{ open: 33, overdue: 4 }],
  demo_made: [{ seconds: '3.1' }],
  not_running: [{ folder: '.norma' }],
  door_answered: [{ address: 'http://x', status: 500, text: 'WHY' }],
  redriven: [{ count: 1 }, { count: 3 }],
  letter: [
    { ids: ['7', 'x'], consumer: undefined },
    { ids: ['7'], consumer: 'follow-deal' },
  ],
  consumer: [{ id: 'follow', guess: 'follow-deal', known: ['follow-deal', 'relay'] }],
  search_rebuilt: [{ deals: 312 }],
  has_run: [{ schedule: 'refresh-pace' }],
  schedule: [{ id: 'pace', guess: 'refresh-pace', known: ['refresh-pace', 'pack-reports'] }],
  paused: [{ rule: 'x', line: 12 }],
  resumed: [{ rule: 'x', line: 12 }],
  host: [{ written: 'https://x' }],
  people_action: [{ written: 'hire' }],
  issuer: [{ written: 'ftp://x' }],
  first_link: [{ name: 'Anna' }],
  invite_picked: [{ address: 'http://127.0.0.1:4000/app/sign-in' }],
  invite_whom: [{ known: ['admin', 'anna'] }],
  invited: [{ name: 'Anna', day: '2026-12-06' }],
  people_kept: [{ ids: ['admin', 'anna'] }],
  people_rescued: [{ id: 'anna' }],
  people_whom: [{ known: ['anna', 'boris'] }],
  people_nobody: [{ id: 'eve', known: ['anna', 'boris'] }],
  leak_format: [{ written: 'odt' }],
  leak_sum: [{ persons: 12, companies: 3, gone: 1, reveals: 4, rows: 50, searches: 6, taken: 1 }],
  report_format: [{ written: 'pdf' }],
  taken: [
    { file: 'a.csv', rows: 12, kind: 'deals', parts: ['X', 'Y'] },
    { file: 'a.csv', rows: 12, kind: 'targets', parts: ['X'] },
    { file: 'a.csv', rows: 12, kind: 'employees', parts: ['X'] },
  ],
  speed: [{ rows: 12, seconds: '0.2', speed: 60 }],
  would_be: [
    { count: 3, kind: 'deals' },
    { count: 3, kind: 'targets' },
  ],
  made: [
    { count: 3, kind: 'deals' },
    { count: 3, kind: 'targets' },
  ],
  continued: [{ count: 3 }],
  there: [{ count: 3 }],
  left_out: [{ count: 3 }],
  passed_over: [{ count: 3 }],
  taken_so_far: [
    { file: 'a.csv', rows: 12, kind: 'deals', parts: ['X', 'Y'] },
    { file: 'a.csv', rows: 12, kind: 'targets', parts: ['X'] },
    { file: 'a.csv', rows: 12, kind: 'employees', parts: ['X'] },
  ],
  going: [{ made: 3, there: 4, leftOut: 5 }],
  cut_off: [{ mapping: 'old.yaml' }],
  door_gone: [{ address: 'http://127.0.0.1:1' }],
}

describe('the command line', () => {
  // The kind of what was imported and renamed is a word, not a name.
  const kinds = ['deals', 'targets', 'employees', 'stage', 'role', 'paper']
  triesBothLanguages('the command line', {
    en,
    ru,
    samples,
    bare: ['as_told'],
    unnamed: {
      note_sign: ['control', 'direction'],
      taken: kinds,
      taken_so_far: kinds,
      renamed: kinds,
      would_be: kinds,
      made: kinds,
      pbx_exchange: ['connecting', 'listening', 'unreachable', 'not_ami', 'refused', 'silent', 'closed'],
      pbx_norma: ['refused'],
      pbx_secret: ['password', 'key'],
    },
  })

  test('has no sentence twice under one key', () => {
    const parts = [enTyped, enFile, enCalendar, enTrial, enRelease, enNorma, enPbx]

    expect(Object.keys(en)).toHaveLength(parts.reduce((sum, part) => sum + Object.keys(part).length, 0))
  })

  test.each<readonly [Saying, string, string]>([
    [
      say('field', { id: 'amoun', guess: 'amount' }),
      'There is no field “amoun”. Did you mean “amount”?',
      'Поля «amoun» нет. Возможно, вы имели в виду «amount»?',
    ],
    [
      say('direction', { id: 'b2', guess: 'b2b', known: ['b2b', 'b2c'] }),
      'There is no direction “b2”. Did you mean “b2b”? The directions are: b2b, b2c.',
      'Направления «b2» нет. Есть: b2b, b2c. Возможно, вы имели в виду «b2b»?',
    ],
    [
      say('country', { id: 'Rusia', guess: { code: 'RU', name: 'Russia' } }),
      'There is no country “Rusia”. Did you mean RU (Russia)?',
      'Страны «Rusia» нет. Возможно, вы имели в виду RU (Russia)?',
    ],
    [
      say('country', { id: 'X' }),
      'There is no country “X”. Write two letters, such as RU, KZ or DE.',
      'Страны «X» нет. Код страны – две буквы, например RU.',
    ],
    [
      say('region', { id: 'X', country: 'DE', known: [{ code: 'BY', name: 'Bavaria' }] }),
      'There is no region “X” of DE. It can be: BY (Bavaria).',
      'Региона «X» в DE нет. Есть: BY (Bavaria).',
    ],
    [
      say('employee', { id: 'x', active: [{ id: 'anna', roles: ['lawyer'] }] }),
      'There is no active employee “x”. There are: anna (lawyer).',
      'Работающего сотрудника «x» нет. Есть: anna (lawyer).',
    ],
    [
      say('nobody_in_role', { role: 'x', active: [{ id: 'anna', roles: ['lawyer'] }] }),
      'Nobody active is in the role “x”. There are: anna (lawyer).',
      'В роли «x» нет никого из работающих. Есть: anna (lawyer).',
    ],
    [
      say('option_unknown', { option: '--formt', guess: '--format' }),
      'Unknown option `--formt`. Did you mean “--format”?',
      'Параметра --formt нет. Какие есть, скажет --help. Возможно, вы имели в виду «--format»?',
    ],
    [
      say('now', { version: 2, restores: 1, at: '2026-11-30T08:00:05Z', author: 'anna', note: 'Why' }),
      `v2 (back to v1) is in force since ${momentIn('en-GB', '2026-11-30T08:00:05Z')}, by anna: Why`,
      `v2 (возврат к v1) действует с ${momentIn('ru-RU', '2026-11-30T08:00:05Z')}, автор – anna: Why`,
    ],
    [
      say('now', { version: 1, at: '2026-11-30T08:00:05Z', author: 'first start', note: '' }),
      `v1 is in force since ${momentIn('en-GB', '2026-11-30T08:00:05Z')}, from the first start on`,
      `v1 действует с ${momentIn('ru-RU', '2026-11-30T08:00:05Z')}, с первого запуска`,
    ],
    [
      say('clients_adopted', { deals: 1, made: 1, linked: 1, redacted: 1 }),
      '1 deal looked through: 1 client got a card, 1 deal was linked to a card that was there, 1 event says nothing of clients any more.',
      'Просмотрено сделок: 1. Заведено карточек: 1, связано с прежними карточками: 1, событий очищено: 1.',
    ],
    [say('judged', { deals: 1, version: 2 }), '1 open deal is judged by v2', 'открытых сделок по v2: 1'],
    [
      say('following', { version: 2, done: 3, total: 9, since: '2026-11-30T08:00:05Z' }),
      `deals are following v2: 3 of 9 since ${momentIn('en-GB', '2026-11-30T08:00:05Z')}`,
      `сделки переходят на v2: 3 из 9, начало ${momentIn('ru-RU', '2026-11-30T08:00:05Z')}`,
    ],
    [
      say('imported', { file: 'x.yaml', pipelines: 1, stages: 22, reasons: 5 }),
      'Wrote x.yaml: 1 pipeline, 22 stages, 5 reasons why deals are lost.',
      'Записан x.yaml: 1 направление, 22 этапа, 5 причин проигрыша.',
    ],
    [
      say('calendar', { id: 'x', known: [] }),
      'There is no calendar “x”. There are: none but the company’s.',
      'Календаря «x» нет. Есть только календарь компании.',
    ],
    [
      say('code', { id: 'x' }),
      'There is no code “x”. norma explain lists all of them.',
      'Кода «x» нет. Все коды покажет norma explain.',
    ],
  ])('says %j', (sentence, english, russian) => {
    expect(inWords(words, sentence)).toBe(english)
    expect(inWords(ru, sentence)).toBe(russian)
  })

  test('tells moments by a clock on the wall, with how far its zone is from UTC', () => {
    const at = '2026-11-30T08:00:05Z'

    expect(momentIn('ru-RU', at, 'Europe/Moscow')).toMatch(/^30 ноября 2026 г\..* 11:00:05 UTC\+3$/)
    expect(momentIn('ru-RU', at, 'UTC')).toMatch(/^30 ноября 2026 г\..* 08:00:05 UTC$/)
    expect(momentIn('en-GB', at, 'UTC')).toMatch(/^30 November 2026.* 08:00:05 UTC$/)
  })

  test('explains every command and option in both languages', () => {
    expect(Object.keys(ruHelp)).toEqual(Object.keys(enHelp))
    for (const [key, english] of Object.entries(enHelp)) {
      const isNames = !/ or [a-z]|[A-Z]/.test(english)
      if (!isNames) expect(ruHelp[key as keyof typeof enHelp]).toMatch(/[а-яё]/i)
    }
  })
})
