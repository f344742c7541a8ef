import PizZip from 'pizzip'

// A Word file of our own XML: no library that writes such files lets a table, a head and a foot be laid out to the millimetre
// without bringing 20 MB, and what is written here is exactly what whoever opens it in Word edits.

/** A piece of text with its look. */
export type Run = { readonly text: string; readonly bold?: boolean; readonly size?: number; readonly italic?: boolean }

export type ParagraphLook = {
  readonly align?: 'left' | 'center' | 'right' | 'both'
  readonly bold?: boolean
  readonly size?: number
  /** Space behind, in twentieths of a point. */
  readonly after?: number
  readonly before?: number
  readonly indent?: number
  readonly keepNext?: boolean
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function run({ text, bold = false, italic = false, size }: Run): string {
  const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${size === undefined ? '' : `<w:sz w:val="${size}"/>`}`
  const pieces = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${pieces}</w:r>`
}

/** A paragraph of one or more pieces of text. */
export function p(text: string | readonly Run[], look: ParagraphLook = {}): string {
  const { align = 'left', bold, size, after = 80, before = 0, indent = 0, keepNext = false } = look
  const runs = typeof text === 'string' ? [{ text }] : text
  const dressed = runs.map((one) => ({
    ...(bold === undefined ? {} : { bold }),
    ...(size === undefined ? {} : { size }),
    ...one,
  }))
  const place = `${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="${after}"/>${
    indent === 0 ? '' : `<w:ind w:firstLine="${indent}"/>`
  }<w:jc w:val="${align}"/>`
  return `<w:p><w:pPr>${place}</w:pPr>${dressed.map(run).join('')}</w:p>`
}

/** A cell: its paragraphs, how many columns it takes, and whether it has a frame. */
export type Cell = {
  readonly of: string
  readonly span?: number
  readonly borders?: 'all' | 'none' | 'bottom'
  readonly align?: 'top' | 'center' | 'bottom'
}

/** A table with columns of these widths in twentieths of a point; rows of cells, the first `head` of them on every page. */
export function table(
  widths: readonly number[],
  rows: readonly (readonly (string | Cell)[])[],
  { borders = 'all', head = 0 }: { readonly borders?: 'all' | 'none'; readonly head?: number } = {},
): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const body = rows.map((row, at) => rowOf(row, widths, { borders, isHead: at < head })).join('')
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`
}

function rowOf(
  row: readonly (string | Cell)[],
  widths: readonly number[],
  { borders, isHead }: { readonly borders: 'all' | 'none'; readonly isHead: boolean },
): string {
  let column = 0
  const cells = row.map((one) => {
    const cell: Cell = typeof one === 'string' ? { of: p(one, { after: 20, before: 20 }) } : one
    const { span = 1, align = 'top' } = cell
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0)
    column += span
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`}${frame(cell.borders ?? borders)}<w:vAlign w:val="${align}"/></w:tcPr>${cell.of}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}

function frame(borders: 'all' | 'none' | 'bottom'): string {
  const sides = ['top', 'left', 'bottom', 'right']
  const line = (side: string): string => {
    const isDrawn = borders === 'all' || (borders === 'bottom' && side === 'bottom')
    return isDrawn ? `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>` : `<w:${side} w:val="nil"/>`
  }
  return `<w:tcBorders>${sides.map(line).join('')}</w:tcBorders>`
}

export type Page = {
  readonly header?: string
  readonly footer?: string
  readonly isWide?: boolean
  /** Margins: top, right, bottom, left, in twentieths of a point. */
  readonly margins?: readonly [number, number, number, number]
  /** Half points. */
  readonly size?: number
  readonly language?: 'ru-RU' | 'en-GB'
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A whole Word file of paragraphs and tables. With the same words it is the same bytes. */
export function wordFile(body: readonly string[], page: Page = {}): Uint8Array {
  const zip = new PizZip()
  const date = new Date('2000-01-01T00:00:00.000Z')
  for (const [name, text] of partsOf(body, page)) zip.file(name, head + text, { date, createFolders: false })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

function partsOf(body: readonly string[], page: Page): readonly (readonly [string, string])[] {
  const { header, footer } = page
  const extra = [
    ...(header === undefined ? [] : [['header1', 'header', 'hdr', header] as const]),
    ...(footer === undefined ? [] : [['footer1', 'footer', 'ftr', footer] as const]),
  ]
  const overrides = extra.map(
    ([file, kind]) => `<Override PartName="/word/${file}.xml" ContentType="${types}.${kind}+xml"/>`,
  )
  const links = extra.map(
    ([file, kind]) => `<Relationship Id="${file}" Type="${relations}/${kind}" Target="${file}.xml"/>`,
  )
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>${body.join('')}${section(page)}</w:body></w:document>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/>${links.join('')}</Relationships>`,
    ],
    ['word/styles.xml', styles(page)],
    ...extra.map(
      ([file, , mark, text]) => [`word/${file}.xml`, `<w:${mark} xmlns:w="${main}">${text}</w:${mark}>`] as const,
    ),
  ]
}

function section({ header, footer, isWide = false, margins = [1000, 850, 1000, 1200] }: Page): string {
  const [width, height] = isWide ? [16838, 11906] : [11906, 16838]
  const [top, right, bottom, left] = margins
  return `<w:sectPr>${header === undefined ? '' : '<w:headerReference w:type="default" r:id="header1"/>'}${footer === undefined ? '' : '<w:footerReference w:type="default" r:id="footer1"/>'}<w:pgSz w:w="${width}" w:h="${height}"${isWide ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`
}

function styles({ size = 22, language = 'ru-RU' }: Page): string {
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
  return `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="${size}"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`
}
