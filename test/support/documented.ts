import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

type Operation = { responses: Record<string, unknown> }
type Document = { paths: Record<string, Record<string, Operation>> }

const file = new URL('../../server/openapi.yaml', import.meta.url)
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })

/** The description of the HTTP interface. */
export const interfaceDocument = parse(readFileSync(file, 'utf8')) as Document
ajv.addSchema(interfaceDocument, 'openapi')

/** What of an answer is not as its schema in the description says; empty where all is. */
export function undocumented(schema: string, body: unknown): unknown {
  const validate = ajv.getSchema(`openapi#/components/schemas/${schema}`)
  if (validate === undefined) throw new Error(`the interface's description has no ${schema}`)
  return validate(body) ? [] : validate.errors
}
