const field = { id: 'note', name: 'Заметка', builtIn: false }

const texts =
  'megabytes way bik one other id role rate currency own parent name title task event owner from to by pipeline first stage reason dueAt text fault sent header claim subject right path method allow type number asked cell address host url webhook email employee responsible message at year month what period every example encoding scheme port origin was said integration channel zone thanks api inn payer payee code account on key currency found part op of reach written around mode root operation login password consent'
const lists = 'names roles people skipped past known reads options groups unknown keys followed forms wanted accounts'
const numbers =
  'count steps item line column version current expected now seen most least value bytes begins kopecks rest left paid seconds cards reveals rows searches persons companies gone taken paragraph row done there here'

/** Something for every value that a sentence names. One that is not here is said as “undefined”, which no sentence may. */
export const samples: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(texts.split(' ').map((name) => [name, `⟦${name}⟧`])),
  ...Object.fromEntries(lists.split(' ').map((name) => [name, [`⟦${name} 1⟧`, `⟦${name} 2⟧`]])),
  ...Object.fromEntries(numbers.split(' ').map((name) => [name, 7])),
  right: 'rules_edit',
  named: ['Anna', 'Boris'],
  since: [{ version: 7, author: '⟦author⟧', at: '⟦at⟧', note: '⟦note⟧' }],
  field,
  sign: { why: 'control', sign: '⟦U+0000⟧' },
  tasks: ['⟦task⟧'],
  step: 3,
  why: 'macros',
  inPart: 'header',
  is: 'unknown_format',
  who: 'client',
  deputy: '⟦deputy⟧',
  until: '2026-12-08',
  fields: [{ ...field, field, writers: [{ id: 'accountant', name: '⟦Accountant⟧' }] }],
  must: [{ field, wish: '⟦wish⟧' }],
}

/** What decides between sentences: each is tried. */
export const choices: readonly Readonly<Record<string, unknown>>[] = [
  {
    kept: 'deal',
    status: 'lost',
    outcome: 'lost',
    scope: 'company',
    own: '⟦own⟧',
    guess: '⟦guess⟧',
    right: 'deals_read',
  },
  {
    kept: 'plan',
    status: 'cancelled',
    outcome: 'cancelled',
    scope: 'employee_pipeline',
    own: '',
    right: 'people_edit',
  },
  {
    kept: 'recurring',
    status: 'completed',
    outcome: 'lost',
    scope: 'axis',
    own: '',
    known: [],
    since: [],
    right: 'export',
  },
]
