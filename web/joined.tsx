import { Fragment, type ReactNode } from 'react'

/** A list of nodes with the language's own commas and conjunction between them. */
export function joined(language: string, nodes: ReactNode[]): ReactNode {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  let next = 0
  return list
    .formatToParts(nodes.map(String))
    .map(({ type, value }, at) => (
      <Fragment key={at}>{type === 'element' ? nodes[next++] : value}</Fragment>
    ))
}
