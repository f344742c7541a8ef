import { escapeHtml } from './html-text'
import type { Page, Playbook } from './playbook'
import { languages } from './words/languages'
import type { Language } from '#schemas/language-names'

/** Name of the stylesheet that stands beside the pages. */
export const stylesheetFile = 'playbook.css'

/** A page as a whole HTML file that needs nothing but the stylesheet beside it. */
export function htmlDocument(page: Page, { title }: Playbook, language: Language): string {
  const isHome = page.slug === 'index'
  const whole = isHome ? title : `${page.title} – ${title}`
  const { back } = languages[language].frame.home
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'\">",
    `<title>${escapeHtml(whole)}</title>`,
    `<link rel="stylesheet" href="${stylesheetFile}">`,
    '</head>',
    '<body class="playbook playbook-document">',
    `<header class="playbook-header"><strong>${escapeHtml(title)}</strong><nav aria-label="${escapeHtml(title)}"><a href="index.html">${escapeHtml(back)}</a></nav></header>`,
    `<main class="playbook-main">`,
    page.html,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
