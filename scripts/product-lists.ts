import { doorsOf, type Door, type DoorKind } from './doors'

type List = DoorKind & {
  /** The name of the list, and its file in `src/product/lists`. */
  readonly name: string
  readonly to: string
  readonly says: string
  /**
   * The type of the list and where it is from; `joined` are lists of things, `merged` things by name, `each` is a thing a door,
   * `byPlace` says whose it is. */
  readonly type: string
  readonly from: string
  readonly how: 'joined' | 'merged' | 'each' | 'byPlace'
}

/** Doors and machines stand above the product: what they say is theirs to find. */
const aboveTheProduct = ['cli', 'demo', 'import', 'local']

const lists: readonly List[] = [
  {
    layer: 'http',
    file: 'operations.ts',
    exports: 'operations',
    name: 'allOperations',
    to: 'operations.ts',
    says: 'Everything that may be asked over HTTP.',
    type: 'readonly Operation[]',
    from: '#http/operation',
    how: 'joined',
  },
  {
    layer: 'http',
    file: 'described.ts',
    exports: 'described',
    name: 'allDescribed',
    to: 'described.ts',
    says: 'What the description of the interface says, chapter by chapter; no function has it.',
    type: 'readonly Chapter[]',
    from: '#http/described',
    how: 'each',
  },
  {
    layer: 'http',
    file: 'examples.ts',
    exports: 'examples',
    name: 'allExamples',
    to: 'examples.ts',
    says: 'An example of every operation by its id; only the description of the interface shows them.',
    type: 'Readonly<Record<string, Example>>',
    from: '#http/described',
    how: 'merged',
  },
  {
    layer: 'events',
    file: 'consumers.ts',
    exports: 'consumers',
    name: 'consumers',
    to: 'consumers.ts',
    says: 'Everything that follows from an event: read by CDK, the local bus and the tests.',
    type: 'readonly Consumer[]',
    from: '#events/consumer',
    how: 'joined',
  },
  {
    layer: 'events',
    file: 'schedules.ts',
    exports: 'schedules',
    name: 'schedules',
    to: 'schedules.ts',
    says: 'Everything that is done by the clock: read by CDK, the local scheduler and the tests.',
    type: 'readonly Timed[]',
    from: '#events/schedule',
    how: 'joined',
  },
  {
    layer: 'words',
    file: 'ru.ts',
    nounsIn: 'domain',
    notIn: aboveTheProduct,
    exports: 'ru',
    name: 'allRussian',
    to: 'russian.ts',
    says: 'The Russian of every sentence there is, by key: for what was kept beside a record.',
    type: 'Readonly<Record<string, Sentence>>',
    from: '#domain/kernel/saying',
    how: 'merged',
  },
  {
    layer: 'pages',
    file: 'pages.tsx',
    exports: 'pages',
    name: 'allPages',
    to: 'pages.ts',
    says: 'Every page.',
    type: 'readonly PageSpec[]',
    from: '#pages/page.tsx',
    how: 'joined',
  },
  {
    layer: 'pages',
    file: 'pieces.tsx',
    exports: 'pieces',
    name: 'allPieces',
    to: 'pieces.ts',
    says: 'Every piece of a page that scripts ask for.',
    type: 'readonly PieceSpec[]',
    from: '#pages/page.tsx',
    how: 'joined',
  },
  {
    layer: 'pages',
    file: 'panels.tsx',
    exports: 'panels',
    name: 'allPanels',
    to: 'panels.ts',
    says: 'What rooms show on the pages of deals and clients.',
    type: 'readonly PanelSpec[]',
    from: '#pages/page.tsx',
    how: 'joined',
  },
  {
    layer: 'store',
    file: 'keys.ts',
    exports: 'keyLines',
    name: 'allKeyLines',
    to: 'key-lines.ts',
    says: 'What is kept in the one table, by whose it is.',
    type: 'Readonly<Record<string, readonly KeyLine[]>>',
    from: '#store/key',
    how: 'byPlace',
  },
  ...(['en', 'ru'] as const).map((language): List => ({
    layer: 'words',
    file: `${language}.ts`,
    notIn: aboveTheProduct,
    exports: language,
    name: language === 'en' ? 'allEnglish' : 'allRussian',
    to: `words-${language}.ts`,
    says: language === 'en' ? 'What is said in English, by whose it is.' : 'The same in Russian.',
    type: 'Readonly<Record<string, Sentences>>',
    from: '#domain/kernel/saying',
    how: 'byPlace',
  })),
  {
    layer: '',
    file: 'clients.ts',
    exports: 'clients',
    name: 'personalDoors',
    to: 'personal-doors.ts',
    says: 'How the personal data that rooms keep of clients is found, handed out, erased and moved, by room.',
    type: 'Readonly<Record<string, PersonalDoor>>',
    from: '#ports/personal',
    how: 'byPlace',
  },
]

/** Where the lists stand; nothing else does. */
export const listsFolder = 'src/product/lists'

/** The one that is made of what the others say. */
export const toldPrefixesFile = `${listsFolder}/told-prefixes.ts`

/** The one that says where operations answer, and loads none. */
export const operationDoorsFile = `${listsFolder}/operation-doors.ts`

/** Lists that are made of other lists. */
export const secondLists: readonly string[] = [toldPrefixesFile, operationDoorsFile]

/** The lists of the product by their paths, made of the doors below a root. */
export function productLists(root = '.'): Readonly<Record<string, string>> {
  return Object.fromEntries(lists.map((list) => [`${listsFolder}/${list.to}`, textOf(list, doorsOf(list, root))]))
}

/** What a generated file says of itself. */
export const writtenBy = '// Written by npm run generate from the doors of the rooms: do not edit.\n'

function textOf(list: List, doors: readonly Door[]): string {
  const { exports, name, type, from, how, says } = list
  const typeName = /\w+(?=(?:\[\])?>*$)(?=\[\]|>)/.exec(type)?.[0] ?? type
  const alias = ({ place }: Door): string => camel(`${place}-${exports}`)
  const imports = doors.map((door) => `import { ${exports} as ${alias(door)} } from '${door.specifier}'\n`)
  const before = (door: Door): string => (how === 'each' ? '' : how === 'byPlace' ? `${camel(door.place)}: ` : '...')
  const parts = doors.map((door) => `  ${before(door)}${alias(door)},\n`).join('')
  const [open, close] = how === 'merged' || how === 'byPlace' ? ['{', '}'] : ['[', ']']
  const body = doors.length === 0 ? `${open}${close}` : `${open}\n${parts}${close}`
  return `${writtenBy}import type { ${typeName} } from '${from}'\n${imports.join('')}\n/** ${says} */\nexport const ${name}: ${type} = ${body}\n`
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
