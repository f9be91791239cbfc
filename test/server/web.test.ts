import { mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { webRouter } from '../../server/web.ts'
import { temporaryFolder } from '../support/warehouses.ts'

const script = 'export const words = "残疾人就业" \n'.repeat(200)
let folder: string
let server: ReturnType<ReturnType<typeof express>['listen']>

beforeAll(async () => {
  folder = await temporaryFolder('bundle')
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'start-1a.js'), script)
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  server = express().use(webRouter(folder)).listen(0)
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

function asked(path: string, encodings: string) {
  const { port } = server.address() as AddressInfo
  const headers = { 'accept-encoding': encodings }
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (found) => {
      request({ port, path, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const { statusCode = 0, headers } = response
          found({ status: statusCode, headers, body: Buffer.concat(parts) })
        })
      }).end()
    },
  )
}

it.each(['the first reader', 'the next'])('gives a script compressed to %s', async () => {
  const { headers, body } = await asked('/assets/start-1a.js', 'gzip, br')
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript') as unknown,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
  expect(body.length).toBeLessThan(script.length / 10)
  expect(brotliDecompressSync(body).toString()).toBe(script)
})

it('gives it as it is to who cannot read that', async () => {
  const { headers, body } = await asked('/assets/start-1a.js', 'identity')
  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).toBe(script)
})

it.each(['/assets/none.js', '/assets/..%2findex.html.js', '/assets/../server.js'])(
  'has nothing at %s',
  async (path) => expect((await asked(path, 'br')).status).toBe(404),
)
