import MarkdownIt from 'markdown-it'
import type { Block, Inline, Table, Text } from './blocks'
import { drawSvg } from './draw-svg'
import { escapeHtml } from './html-text'
import type { Address } from './html-text'

/** Writes blocks as HTML: classes only, no styles and no scripts, so that it works under a strict content policy. */
export function toHtml(blocks: readonly Block[], address: Address): string {
  return blocks.map((block) => blockHtml(block, address)).join('\n')
}

function blockHtml(block: Block, address: Address): string {
  switch (block.kind) {
    case 'heading': {
      const id = block.id === undefined ? '' : ` id="${escapeHtml(block.id)}"`
      return `<h${block.level}${id}>${textHtml(block.text, address)}</h${block.level}>`
    }
    case 'paragraph':
      return `<p>${textHtml(block.text, address)}</p>`
    case 'quote':
      return `<blockquote class="playbook-message"><p>${textHtml(block.text, address)}</p></blockquote>`
    case 'list': {
      const items = block.items.map((item) => `<li>${textHtml(item, address)}</li>`).join('')
      return block.isOrdered === true ? `<ol>${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'checklist':
      return `<ul class="playbook-checklist">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block.table, address)
    case 'prose':
      return `<div class="playbook-how-to">${proseHtml(block.markdown)}</div>`
    case 'diagram':
      return drawSvg(block.diagram, address)
  }
}

/** Writes a line as HTML. */
export function textHtml(text: Text, address: Address): string {
  return text.map((part) => inlineHtml(part, address)).join('')
}

function inlineHtml(part: Inline, address: Address): string {
  if (typeof part === 'string') return escapeHtml(part)
  if ('strong' in part) return `<strong>${escapeHtml(part.strong)}</strong>`
  if ('code' in part) return `<code>${escapeHtml(part.code)}</code>`
  return `<a href="${escapeHtml(address(part.to))}">${escapeHtml(part.link)}</a>`
}

/** On a phone every row becomes a card, so each cell carries the name of its column. */
function tableHtml({ caption, heads, rows, anchors }: Table, address: Address): string {
  const head = heads.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')
  const body = rows.map((cells, row) => {
    const id = anchors?.[row] === undefined ? '' : ` id="${escapeHtml(anchors[row])}"`
    const written = cells.map((cell, column) => {
      const words = textHtml(cell, address)
      if (column === 0) return `<th scope="row">${words}</th>`
      const isNothing = words === '–' || words === '—'
      return `<td${isNothing ? ' class="none"' : ''} data-label="${escapeHtml(heads[column] ?? '')}">${words}</td>`
    })
    return `<tr${id}>${written.join('')}</tr>`
  })
  return [
    '<table class="playbook-table">',
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody>`,
    '</table>',
  ].join('\n')
}

type Renderer = ReturnType<typeof MarkdownIt>

let renderer: Renderer | undefined

/** People's own Markdown. Raw HTML is shown as text; a picture becomes a link, as nothing is fetched from elsewhere. */
function proseHtml(markdown: string): string {
  renderer ??= proseRenderer()
  return renderer.render(markdown).trim()
}

function proseRenderer(): Renderer {
  const made = new MarkdownIt({ html: false, linkify: true, typographer: false })
  // The page has headings of its own down to the fourth level; people's begin below them.
  made.renderer.rules['heading_open'] = () => '<p class="playbook-how-to-title"><strong>'
  made.renderer.rules['heading_close'] = () => '</strong></p>\n'
  made.renderer.rules['image'] = (tokens, index) => {
    const token = tokens[index]
    const source = escapeHtml(String(token?.attrGet('src') ?? ''))
    return `<a href="${source}">${escapeHtml(token?.content === '' ? source : (token?.content ?? source))}</a>`
  }
  // Columns of people's tables are aligned by an inline style, which a strict content policy forbids.
  for (const name of ['th_open', 'td_open']) {
    made.renderer.rules[name] = (tokens, index) => (tokens[index]?.tag === 'th' ? '<th scope="col">' : '<td>')
  }
  return made
}
