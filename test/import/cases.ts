import iconv from 'iconv-lite'

/** Files with a mapping, and what is to become of them: how many are made, and what is told of which line. */
export type Case = {
  readonly name: string
  readonly mapping: string
  readonly files: Readonly<Record<string, string | Buffer>>
  readonly made: readonly number[]
  readonly leftOut?: readonly (readonly [line: number, told: string | RegExp])[]
  readonly there?: readonly number[]
  readonly passedOver?: readonly number[]
  readonly rows?: readonly number[]
  /** What the deals are like afterwards, by external id: title, owner, amount in minor units, status. */
  readonly deals?: Readonly<Record<string, object>>
}

const deals = (more = '', format = '') => `
version: 1
inputs:
  - kind: deals
    file: deals.csv${format === '' ? '' : `\n    format: { ${format} }`}
    external_id: No
    title: Title
    owner: { value: anna }
    pipeline: { value: b2b_new }
    amount: Sum
    created: Made
    closed: Closed
    outcome: { won: yes }${more}
`

const csv = (...lines: readonly string[]) => `${['No,Title,Sum,Made,Closed', ...lines].join('\n')}\n`

const people = (id: string) => `
version: 1
inputs:
  - kind: employees
    file: people.csv
    id: ${id}
    name: Name
    email: Mail
  - kind: deals
    file: deals.csv
    external_id: No
    title: Title
    owner: { column: Who, as: id }
    pipeline: { value: b2b_new }
    created: Made
`

export const cases: readonly Case[] = [
  {
    name: 'won on the day it was made, with a time on one side alone',
    mapping: deals('', 'dates: [YYYY-MM-DD, "YYYY-MM-DD HH:mm:ss"]'),
    files: {
      'deals.csv': csv(
        '1,A,1,2018-05-03,2018-05-03 09:12:30',
        '2,B,1,2018-05-03 15:00:00,2018-05-03',
        '3,C,1,2018-05-03,2018-05-03',
        '4,D,1,2018-05-08,2018-03-06',
        '5,E,1,2018-05-03 15:00:00,2018-05-03 09:00:00',
      ),
    },
    made: [3],
    leftOut: [
      [5, 'The deal was made on 2018-05-08, after it was closed on 2018-03-06.'],
      [6, 'The deal was made on 2018-05-03 15:00:00, after it was closed on 2018-05-03 09:00:00.'],
    ],
    deals: {
      1: { createdAt: '2018-05-03T06:12:30.000Z', won: { at: '2018-05-03T06:12:30.000Z' } },
      2: { createdAt: '2018-05-03T12:00:00.000Z', won: { at: '2018-05-03T12:00:00.000Z' } },
    },
  },
  {
    name: 'amounts as Excel and 1C write them',
    mapping: deals('', 'decimal: ",", thousands: " ", strip: ["₽", "руб.", "$"], delimiter: ";"'),
    files: {
      'deals.csv': [
        'No;Title;Sum;Made;Closed',
        '1;A;1 250,50 ₽;2025-02-03;2025-02-04',
        '2;B;777,00 руб.;2025-02-03;2025-02-04',
        '3;C;$1\u00a0250\u202f000;2025-02-03;2025-02-04',
        '4;D;5 тыс.;2025-02-03;2025-02-04',
        '5;E;€5;2025-02-03;2025-02-04',
      ].join('\r\n'),
    },
    made: [3],
    leftOut: [
      [
        5,
        '“5 тыс.” is not an amount written such as 1 250,50. If “тыс.” is to be passed over, write “strip: ["тыс."]” in the format.',
      ],
      [
        6,
        '“€5” is not an amount written such as 1 250,50. If “€” is to be passed over, write “strip: ["€"]” in the format.',
      ],
    ],
    deals: {
      1: { fields: { amount: 125050 } },
      2: { fields: { amount: 77700 } },
      3: { fields: { amount: 125000000 } },
    },
  },
  {
    name: 'days as Excel counts them',
    mapping: deals('', 'dates: [excel, DD.MM.YYYY]'),
    files: { 'deals.csv': csv('1,A,1,45691,45692.75', '2,B,1,03.02.2025,45692', '3,C,1,2025,45692') },
    made: [2],
    leftOut: [[4, '“2025” is not a date written as excel or DD.MM.YYYY.']],
    deals: { 1: { createdAt: '2025-02-03T09:00:00.000Z', won: { at: '2025-02-04T15:00:00.000Z' } } },
  },
  {
    name: 'days of Excel where the mapping knows of none',
    mapping: deals(),
    files: { 'deals.csv': csv('1,A,1,45691,2025-03-01') },
    made: [0],
    leftOut: [[2, '“45691” seems to be a day as Excel counts them, 2025-02-03. If so, write “dates: excel”.']],
  },
  {
    name: 'a day with a time that does not matter',
    mapping: deals('', 'dates: DD.MM.YYYY*'),
    files: { 'deals.csv': csv('1,A,1,03.02.2025 0:00:00,04.02.2025T23:59 MSK') },
    made: [1],
    deals: { 1: { createdAt: '2025-02-03T09:00:00.000Z' } },
  },
  {
    name: 'quotes that are letters, titles above the headings, a line that names the delimiter, totals and blank rows',
    mapping: deals('', 'quote: none, skip_lines: 2, skip_rows: [Итого], decimal: ","'),
    files: {
      'deals.csv': [
        'sep=;',
        'Отчёт по сделкам за март;;;;',
        ';;;;',
        'No;Title;Sum;Made;Closed',
        '1;ООО "Ромашка" и Ко;5,50;2025-02-03;2025-02-04;',
        ';;;;;;',
        'Итого:;;5,50;;',
        ';;;;',
      ].join('\r\n'),
    },
    made: [1],
    rows: [1],
    deals: { 1: { title: 'ООО "Ромашка" и Ко', fields: { amount: 550 } } },
  },
  {
    name: 'quotes inside values where nothing is said of them',
    mapping: deals(),
    files: {
      'deals.csv': csv(
        '1,ООО "Ромашка" и Ко,1,2025-02-03,2025-02-04',
        '2,B,1,2025-02-03,2025-02-04',
        '3,"C" and more,1,2025-02-03,2025-02-04',
        '4,"D,1,2025-02-03,2025-02-04',
        '5,"E ""E""",1,2025-02-03,2025-02-04',
        '6,"F',
        'goes on",1,2025-02-03,2025-02-04',
        '7,G,-777.00,2025-02-03,2025-02-04',
      ),
    },
    made: [2],
    rows: [7],
    leftOut: [
      [2, /^has a quote inside a value\. Double the quotes there: .* write “quote: none” in its format\.$/],
      [4, /^has a quote inside a value/],
      [5, /^has a quote inside a value|^opens a quote that is never closed/],
      [7, /^“title” must be one line, it has a line break/],
      [9, '“Amount” takes a value of RUB\u00a00 or more, you sent -777.00.'],
    ],
    deals: { 5: { title: 'E "E"' } },
  },
  {
    name: 'a quote that nothing closes until the end',
    mapping: deals(),
    files: {
      'deals.csv': csv(
        '1,A,1,2025-02-03,2025-02-04',
        '2,"B,1,2025-02-03,2025-02-04',
        '3,C,1,2025-02-03,2025-02-04',
        '4,D,1,2025-02-03,2025-02-04',
      ),
    },
    made: [3],
    rows: [4],
    leftOut: [[3, /^opens a quote that is never closed\. Close it\./]],
  },
  {
    name: 'a fault in a value that goes over several lines is told where its record begins',
    mapping: deals(),
    files: { 'deals.csv': csv('1,"A', 'B', 'C",x,2025-02-03,2025-02-04') },
    made: [0],
    leftOut: [[2, /^“x” is not an amount written such as 1250\.50/]],
  },
  {
    name: 'texts that are too long, and one that is to be cut',
    mapping: deals(),
    files: { 'deals.csv': csv(`1,${'x'.repeat(5000)},1,2025-02-03,2025-02-04`) },
    made: [0],
    leftOut: [[2, /^“title” has 5000 letters .* Shorten it, or write “cut: 200” for it in the mapping\.$/]],
  },
  {
    name: 'a text that is to be cut',
    mapping: deals().replace('title: Title', 'title: { column: Title, cut: 200 }'),
    files: { 'deals.csv': csv(`1,${'x'.repeat(199)}😀😀,1,2025-02-03,2025-02-04`) },
    made: [1],
    deals: { 1: { title: 'x'.repeat(199) } },
  },
  {
    name: 'characters that nobody sees',
    mapping: deals(),
    files: {
      'deals.csv': csv('1,A\u202eB,1,2025-02-03,2025-02-04', '2,A\u0007,1,2025-02-03,2025-02-04'),
    },
    made: [0],
    leftOut: [
      [2, /^“Title” holds U\+202E/],
      [3, /^“Title” holds U\+0007/],
    ],
  },
  {
    name: 'delimiters at the end of rows, and a column without a name',
    mapping: deals(),
    files: { 'deals.csv': 'No,Title,Sum,Made,Closed,,\n1,A,1,2025-02-03,2025-02-04\n2,B,1,2025-02-03,2025-02-04,,,\n' },
    made: [2],
  },
  {
    name: 'a file of the time of DOS',
    mapping: deals('', 'encoding: cp866'),
    files: { 'deals.csv': iconv.encode(csv('1,Ромашка,1,2025-02-03,2025-02-04'), 'cp866') },
    made: [1],
    deals: { 1: { title: 'Ромашка' } },
  },
  {
    name: 'shares of one',
    mapping: deals('\n    fields: { discount: { column: Off, factor: 100 } }'),
    files: { 'deals.csv': 'No,Title,Sum,Made,Closed,Off\n1,A,1,2025-02-03,2025-02-04,0.07\n' },
    made: [1],
    deals: { 1: { fields: { discount: 7 } } },
  },
  {
    name: 'numbers beyond their bounds',
    mapping: deals('\n    fields: { discount: { column: Off, factor: 100 }, nps: Score }'),
    files: {
      'deals.csv':
        'No,Title,Sum,Made,Closed,Off,Score\n1,A,1,2025-02-03,2025-02-04,1.07,\n2,B,1,2025-02-03,2025-02-04,0.07,12\n',
    },
    made: [0],
    leftOut: [
      [2, '“Discount” takes a value of 100% or less, you sent 107%.'],
      [3, /takes a value of 10 or less, you sent 12\.$/],
    ],
  },
  {
    name: 'people by numbers, which no id may begin with',
    mapping: people('{ column: Id, as: id }'),
    files: {
      'people.csv':
        'Id,Name,Mail\n101,Иванов Иван,a@b.example\n102,Иванов Иван,d@e.example\n4ef15afb,李明,\n101,Иванов Иван,a@b.example\n',
      'deals.csv': 'No,Title,Who,Made\n1,A,101,2025-02-03\n2,B,102,2025-02-03\n3,C,4ef15afb,2025-02-03\n',
    },
    made: [3, 3],
    there: [1, 0],
    deals: { 1: { owner: 'n101' }, 2: { owner: 'n102' }, 3: { owner: 'n4ef15afb' } },
  },
  {
    name: 'people by numbers as they stand are told once for everybody, and their deals too',
    mapping: people('Id'),
    files: {
      'people.csv': 'Id,Name,Mail\n4ef,Anna,\n4ef,Anna,\n4ef,Anna,\n',
      'deals.csv': 'No,Title,Who,Made\n1,A,4ef,2025-02-03\n2,B,anna,2025-02-03\n',
    },
    made: [0, 1],
    leftOut: [
      [2, /^“4ef” cannot be an id/],
      [2, 'The same holds of 2 more lines with “4ef”.'],
      [2, /^There is no employee “n4ef” to own the deal/],
    ],
  },
  {
    name: 'one id for different people',
    mapping: people('{ column: Name, as: id }'),
    files: {
      'people.csv': [
        'Name,Mail',
        'Иванов Иван,a@b.example',
        'ИВАНОВ Иван,a@b.example',
        'Ivanov Ivan,x@b.example',
        'Иванов Иван,d@e.example',
        'Иванов Иван,a@b.example',
        'Анна,',
        'Пётр,',
        '!!!,',
      ].join('\n'),
      'deals.csv':
        'No,Title,Who,Made\n1,A,Иванов Иван,2025-02-03\n2,B,Ivanov Ivan,2025-02-03\n3,C,Пётр,2025-02-03\n4,D,Анна,2025-02-03\n',
    },
    made: [2, 2],
    there: [1, 0],
    leftOut: [
      [3, /^“ИВАНОВ Иван” would have the id “ivanov\.ivan”, which is that of “Иванов Иван” in line 2\./],
      [4, /^“Ivanov Ivan” would have the id “ivanov\.ivan”, which is that of “Иванов Иван” in line 2\./],
      [5, /^“Иванов Иван” stands in line 2 with another name or e-mail\./],
      [7, /^“Анна” would have the id “anna”, which is that of the employee “/],
      [9, 'An employee needs an id and a name; one of them is empty.'],
      [3, /^It cannot be told whose deal it is: “Ivanov Ivan” was not taken/],
      [5, /^It cannot be told whose deal it is: “Анна” was not taken, because the id “anna” is that of “/],
    ],
    deals: { 1: { owner: 'ivanov.ivan' } },
  },
  {
    name: 'leads after the deals that came of them: what the first file tells of, the second does not bring in otherwise',
    mapping: `${deals()}  - kind: deals
    file: leads.csv
    external_id: No
    title: Title
    owner: { value: anna }
    pipeline: { value: b2b_new }
    created: Made
    repeated: pass_over
`,
    files: {
      'deals.csv': csv('1,A,1,2025-02-03,2025-02-04', '2,B,x,2025-02-03,2025-02-04'),
      'leads.csv': 'No,Title,Made\n1,A,2025-02-03\n2,B,2025-02-03\n3,C,2025-02-03\n3,C,2025-02-03\n',
    },
    made: [1, 1],
    passedOver: [0, 2],
    leftOut: [
      [3, /^“x” is not an amount written such as 1250\.50/],
      [5, /^The external id “3” stands at leads\.csv:4 already/],
    ],
    deals: { 1: { status: 'completed' }, 3: { status: 'open' } },
  },
  {
    name: 'won and lead from one file, by a lookup that does not know everything',
    mapping: `
version: 1
lookups:
  wins: { file: wins.csv, from: No, to: Result }
inputs:
  - kind: deals
    file: leads.csv
    external_id: No
    title: Title
    owner: { value: anna }
    pipeline: { value: b2b_new }
    created: Made
    closed: Made
    outcome:
      column: No
      lookup: wins
      otherwise: open
      map: { won: { won: yes }, open: { stage: general_offer } }
`,
    files: {
      'leads.csv': 'No,Title,Made\n1,A,2025-02-03\n2,B,2025-02-03\n',
      'wins.csv': 'No,Result\n1,won\n',
    },
    made: [2],
    deals: { 1: { status: 'completed' }, 2: { status: 'open', stage: 'general_offer' } },
  },
  {
    name: 'what only the command itself refuses',
    mapping: deals('\n    currency: Cur'),
    files: {
      'deals.csv': 'No,Title,Sum,Made,Closed,Cur\n1,A,1,2025-02-03,2025-02-04,XXX\n2,B,1,2025-02-03,2025-02-04,\n',
    },
    made: [1],
    leftOut: [[2, /^There is no rate for the currency XXX/]],
  },
  {
    name: 'targets of periods and people there are not',
    mapping: `
version: 1
inputs:
  - kind: targets
    file: plan.csv
    scope: employee
    id: { column: Who, as: id }
    period: Period
    value: { column: Sum }
`,
    files: { 'plan.csv': 'Who,Period,Sum\nAnna,2025-Q1,5\nNobody,2025-Q1,5\nAnna,2025-99,5\nAnna,2025-Q1,6\n,,\n' },
    made: [1],
    rows: [4],
    leftOut: [
      [3, /^There is no employee “nobody”/],
      [4, /^“2025-99” is not a period/],
      [5, 'The target of 2025-Q1 for “anna” stands in line 2 already.'],
    ],
  },
]
