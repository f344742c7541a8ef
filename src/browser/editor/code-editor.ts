import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import type { Diagnostic } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Checker } from './checker'
import type { Mark } from './marks'
import { explanationsBy, offersBy } from './offers'
import { russianPhrases } from './russian-phrases'

/** The editor of the rules. */
export type CodeEditor = {
  readonly text: () => string
  readonly replace: (text: string) => void
  readonly mark: (marks: readonly Mark[]) => void
  readonly focus: () => void
  /** Puts the cursor at the beginning of a line and shows it. */
  readonly goTo: (line: number) => void
}

/** A place in a text: what is selected, and which line is at the top of what is seen. */
export type Place = { readonly anchor: number; readonly head: number; readonly topLine: number }

type Settings = {
  readonly text: string
  readonly label: string
  readonly nonce: string
  readonly isRussian: boolean
  readonly write: string
  readonly checker: Checker
  /** Where the cursor stands to begin with, what is selected from there, and the line at the top. */
  readonly place: Place
  readonly changed: () => void
}

/** Puts an editor into an element. */
export function openCodeEditor(parent: HTMLElement, settings: Settings): CodeEditor {
  const { anchor, head, topLine } = settings.place
  const state = EditorState.create({
    doc: settings.text,
    selection: { anchor, head },
    extensions: extensionsOf(settings),
  })
  const top = state.doc.line(Math.min(Math.max(1, topLine), state.doc.lines)).from
  const view = new EditorView({ parent, state, scrollTo: EditorView.scrollIntoView(top, { y: 'start' }) })
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    mark: (marks) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((mark) => diagnosticOf(mark, settings.write)),
        ),
      ),
    focus: () => view.focus(),
    goTo: (line) => {
      const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines)).from
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 80 }) })
      view.focus()
    },
  }
}

function extensionsOf({ label, nonce, isRussian, checker, changed }: Settings): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
    isRussian ? EditorState.phrases.of(russianPhrases) : [],
    indentUnit.of('  '),
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    yaml(),
    EditorView.lineWrapping,
    syntaxHighlighting(colours),
    look,
    lintGutter(),
    autocompletion({ override: [offersBy(checker)], icons: false, maxRenderedOptions: 60 }),
    explanationsBy(checker),
    // Tab goes on to the next thing of the page: who works without a mouse must get out of here.
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed()
    }),
  ]
}

function diagnosticOf(mark: Mark, write: string): Diagnostic {
  const { from, to, severity, message, help, instead } = mark
  return {
    from,
    to,
    severity,
    message,
    renderMessage: () => {
      const box = document.createElement('div')
      const sentence = document.createElement('p')
      sentence.textContent = message
      box.append(sentence)
      if (help === undefined) return box
      const advice = document.createElement('p')
      advice.className = 'quiet'
      advice.textContent = help
      box.append(advice)
      return box
    },
    actions: instead.map((text) => ({
      name: `${write} ${text}`,
      apply: (view, start, end) => view.dispatch({ changes: { from: start, to: end, insert: text } }),
    })),
  }
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.string, tags.content], color: 'var(--text)' },
  { tag: [tags.number, tags.bool, tags.keyword], color: 'var(--warn)' },
])

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--card)', color: 'var(--text)', fontSize: '13.5px' },
  '&.cm-focused': { outline: '2px solid var(--focus)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--quiet)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent-soft) 45%, transparent)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--focus) 28%, transparent)',
  },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--card)',
    color: 'var(--text)',
    border: '1px solid var(--line-strong)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '18em' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--accent-text)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionDetail': { color: 'var(--quiet)', fontStyle: 'normal', fontFamily: 'var(--sans)' },
  '.cm-diagnostic': { padding: '8px 12px', maxWidth: '560px' },
  '.cm-diagnosticAction': { backgroundColor: 'var(--accent)', color: 'var(--accent-text)' },
  '.cm-snippetField': { backgroundColor: 'var(--accent-soft)' },
})
