import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from './i18n.ts'
import { askAhead } from './shell/ahead.ts'
import { App, createClient, isPublic } from './shell/app.tsx'
import { startDisplay } from './shell/display.ts'
import './tokens.css'
import './base.css'

const client = createClient()
if (!isPublic()) askAhead(client)
startDisplay()
await startLanguage()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
)

/** For machines without a Chinese font: a browser asks for the parts that a page's characters need. */
void import('@fontsource-variable/noto-sans-sc')
