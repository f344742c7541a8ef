import { onRefresh } from './live'

/** Does something with what a page has of a kind, now and whenever more of it comes: with a piece, or when the page is renewed. */
export function whenThere<T extends HTMLElement>(selector: string, act: (element: T) => void): void {
  const actIn = (place: ParentNode): void => {
    for (const one of place.querySelectorAll<T>(selector)) act(one)
  }
  actIn(document)
  onRefresh(() => actIn(document))
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue
        if (node.matches(selector)) act(node as T)
        actIn(node)
      }
    }
  }).observe(document.body, { childList: true, subtree: true })
}
