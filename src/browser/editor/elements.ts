/** Makes an element with a class and what stands in it; texts are texts, whatever they say. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...inside)
  return made
}

/** Makes a button that does something. */
export function button(className: string, label: string, act: () => void): HTMLButtonElement {
  const made = element('button', className, label)
  made.type = 'button'
  made.addEventListener('click', act)
  return made
}

/** The element of the page with this id, which the page promises. */
export function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`)
  return found
}
